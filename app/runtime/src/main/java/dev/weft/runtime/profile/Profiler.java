package dev.weft.runtime.profile;

import dev.weft.models.backend.ModelUse;
import dev.weft.models.backend.SessionClock;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.runtime.observation.ExecutionWork;
import dev.weft.runtime.observation.NodeWork;
import dev.weft.runtime.observation.Observation;
import dev.weft.runtime.observation.WorkObserver;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Measures the executions of one runtime until it is stopped.
public final class Profiler implements WorkObserver, SessionClock.Observer {
    private final Observation observation;
    private final SessionClock clock;
    private final long began = System.nanoTime();
    private final Queue<ExecutionWork> executions = new ConcurrentLinkedQueue<>();
    private final Queue<NodeWork> nodes = new ConcurrentLinkedQueue<>();
    private final Queue<Use> uses = new ConcurrentLinkedQueue<>();
    private final Map<String, Fates> fates = new ConcurrentHashMap<>();

    private Profiler(Observation observation, SessionClock clock) {
        this.observation = observation;
        this.clock = clock;
    }

    /// Begins to measure.
    ///
    /// @param clock is told of the runtime's models
    public static Profiler start(Observation observation, SessionClock clock) {
        Profiler profiler = new Profiler(observation, clock);
        observation.add(profiler);
        clock.add(profiler);
        return profiler;
    }

    /// Measures no more.
    ///
    /// @return the executions that were over, and all that was run of models
    public Profile stop() {
        observation.remove(this);
        clock.remove(this);
        return new Profile(began, List.copyOf(executions), List.copyOf(nodes), List.copyOf(uses), fates);
    }

    @Override
    public void happened(String execution, ExecutionEvent event) {
        fates.computeIfAbsent(execution, _ -> new Fates()).note(event);
    }

    @Override
    public void ran(NodeWork work) {
        nodes.add(work);
    }

    @Override
    public void executed(ExecutionWork work) {
        executions.add(work);
    }

    @Override
    public void used(ModelUse use) {
        uses.add(new Use(use, Thread.currentThread()));
    }
}
