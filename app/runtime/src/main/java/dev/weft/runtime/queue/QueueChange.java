package dev.weft.runtime.queue;

/// Something in the queue or its history is no longer as it was.
public sealed interface QueueChange {
    /// A run was accepted, moved or deleted, or its state is another.
    ///
    /// @param run which
    record OfRun(RunId run) implements QueueChange {}

    /// Several runs at once.
    record OfRuns() implements QueueChange {}

    /// The queue was paused or resumed.
    ///
    /// @param paused whether it is paused now
    record OfPause(boolean paused) implements QueueChange {}

    /// Another process changed something.
    record Elsewhere() implements QueueChange {}
}
