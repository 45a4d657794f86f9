package dev.weft.runtime.execution;

import dev.weft.graph.validation.Plan;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.cache.CacheRun;
import dev.weft.runtime.cache.ResultCache;
import dev.weft.runtime.observation.Observation;
import dev.weft.runtime.observer.Observers;
import dev.weft.runtime.plugin.NodeTypes;
import jakarta.inject.Inject;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Runs plans to a stream of events.
///
/// Nodes that do not depend on one another run side by side, within limits that all executions share
/// ([dev.weft.nodes.api.Load]). Results stay between executions, so a plan that was changed in one place runs
/// only what the change concerns.
public final class Executor {
    private final NodeTypes types;
    private final ResultCache cache;
    private final Folders folders;
    private final Observation observation;
    private final Observers observers;
    private final Crew crew = Crew.ofMachine();

    Executor(NodeTypes types, ResultCache cache, Folders folders, Observation observation) {
        this(types, cache, folders, observation, new Observers());
    }

    @Inject
    Executor(NodeTypes types, ResultCache cache, Folders folders, Observation observation, Observers observers) {
        this.observers = observers;
        this.types = types;
        this.cache = cache;
        this.folders = folders;
        this.observation = observation;
    }

    /// Runs a plan and returns when it is over. No failure of a node comes out as an exception.
    ///
    /// @param plan what to run; its node types must be among those of this runtime
    /// @param cancellation asks this execution to stop, from any thread
    /// @param listener is told of each event, in the calling thread only; what it throws stops the execution
    /// and comes out when no node runs any more
    public Outcome execute(Plan plan, CancellationToken cancellation, Consumer<ExecutionEvent> listener) {
        return execute(plan, cancellation, listener, () -> false);
    }

    /// Runs a plan and returns when it is over. No failure of a node comes out as an exception.
    ///
    /// @param plan what to run; its node types must be among those of this runtime
    /// @param cancellation asks this execution to stop, from any thread
    /// @param listener is told of each event, in the calling thread only; what it throws stops the execution
    /// and comes out when no node runs any more
    /// @param previewing whether the listener wants to see unfinished pictures at this moment; asked in any
    /// thread
    public Outcome execute(
            Plan plan, CancellationToken cancellation, Consumer<ExecutionEvent> listener, BooleanSupplier previewing) {
        return observation.execution(plan, observers.alongside(listener), told -> {
            try (CacheRun results = cache.begin()) {
                return new Execution(plan, types, results, folders, crew, cancellation, told, previewing).run();
            }
        });
    }
}
