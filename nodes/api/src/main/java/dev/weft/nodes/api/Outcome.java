package dev.weft.nodes.api;

/// How an execution ended.
public enum Outcome {
    /// Every node did its work.
    DONE,
    /// At least one node failed; what did not depend on it was still done.
    FAILED,
    /// It was stopped on request.
    CANCELLED
}
