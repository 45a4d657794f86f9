package dev.weft.runtime.profile;

/// What became of a node in an execution.
public enum Fate {
    /// It ran.
    RAN,
    /// Its result was known from before, or not needed.
    CACHED,
    /// It ran and failed.
    FAILED,
    /// It did not run, because one that it depends on failed.
    SKIPPED,
    /// It did not run, because it was given a blocked value.
    BLOCKED,
    /// The execution was stopped before its turn, or while it ran.
    STOPPED
}
