package dev.weft.runtime.queue;

import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.execution.CancellationToken;

/// Carries out what a worker has taken.
@FunctionalInterface
public interface RunEngine {
    /// Carries out a run and returns when it is over. What goes wrong is told to the observer, not thrown.
    ///
    /// @param run what to carry out
    /// @param cancellation asks it to stop, which it does within a sampler step
    /// @param observer is told of everything in the calling thread
    /// @return how it ended; failed too if the observer was told that it is refused
    Outcome run(TakenRun run, CancellationToken cancellation, RunObserver observer);
}
