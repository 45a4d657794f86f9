package dev.weft.models.backend;

/// That a model was run once, or opened.
///
/// @param kind which of both
/// @param model its file
/// @param start when it began, as [System#nanoTime()] counts
/// @param end when it was over
public record ModelUse(Kind kind, String model, long start, long end) {
    /// What a model is used for.
    public enum Kind {
        /// A session is made: its file is read, optimised and prepared.
        OPENING,
        /// A session computes.
        RUNNING
    }
}
