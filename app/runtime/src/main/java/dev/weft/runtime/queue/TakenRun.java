package dev.weft.runtime.queue;

/// A run that a worker has taken and is to carry out.
///
/// @param run the run
/// @param workflow the whole text of its workflow
public record TakenRun(QueuedRun run, String workflow) {}
