package dev.weft.runtime.observation;

import dev.weft.graph.NodeTypeId;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the current thread is busy with: an execution, which it coordinates, or one node of it.
///
/// Threads that a node starts by itself do not know of it.
public final class CurrentWork {
    private static final ScopedValue<CurrentWork> CURRENT = ScopedValue.newInstance();
    private static final CurrentWork UNKNOWN = new CurrentWork(new Observation(), "");

    private final Observation observation;
    private final String execution;
    private final @Nullable String node;
    private final @Nullable NodeTypeId type;

    CurrentWork(Observation observation, String execution) {
        this(observation, execution, null, null);
    }

    private CurrentWork(Observation observation, String execution, @Nullable String node, @Nullable NodeTypeId type) {
        this.observation = observation;
        this.execution = execution;
        this.node = node;
        this.type = type;
    }

    /// What this thread is busy with.
    public static Optional<CurrentWork> here() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// The execution that this thread coordinates; one that nobody observes, if there is none.
    public static CurrentWork execution() {
        return CURRENT.orElse(UNKNOWN);
    }

    /// Id of the execution: sixteen hexadecimal digits.
    public String id() {
        return execution;
    }

    /// Id of the node, if the thread runs one.
    public Optional<String> node() {
        return Optional.ofNullable(node);
    }

    /// The type of the node, if the thread runs one. Its namespace is the plugin.
    public Optional<NodeTypeId> type() {
        return Optional.ofNullable(type);
    }

    /// Runs one node of this execution in the current thread.
    ///
    /// @param failed tells from what `run` gives whether the node failed
    public <T> T run(String nodeId, NodeTypeId nodeType, Supplier<T> run, Predicate<T> failed) {
        NodeFlightEvent event = new NodeFlightEvent(execution, nodeId, nodeType);
        event.begin();
        long start = System.nanoTime();
        T end = new CurrentWork(observation, execution, nodeId, nodeType).call(run);
        boolean hasFailed = failed.test(end);
        event.end(hasFailed);
        if (observation.isWatched()) {
            observation.ran(new NodeWork(
                    execution, nodeId, nodeType, hasFailed, Thread.currentThread(), start, System.nanoTime()));
        }
        return end;
    }

    <T> T call(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }
}
