package dev.weft.graph;

/// Whether a node takes part in runs.
public enum Mode {
    /// It does its work.
    ACTIVE,
    /// It does nothing and gives nothing, as if it had been deleted.
    MUTED,
    /// It does nothing; each output gives on what arrives at the first input of its kind, as if wires ran through it.
    BYPASSED
}
