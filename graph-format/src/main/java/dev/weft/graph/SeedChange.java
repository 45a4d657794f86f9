package dev.weft.graph;

/// What happens to a seed after each run that was asked for in the editor. A seed for which none is set stays.
public enum SeedChange {
    /// A new one is drawn.
    RANDOM,
    /// It grows by one, from the largest to 0.
    INCREMENT,
    /// It shrinks by one, from 0 to the largest.
    DECREMENT
}
