package dev.weft.runtime.observation;

import dev.weft.graph.validation.Plan;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.Outcome;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/// Tells those who want to know of the executions of one runtime, and Java's flight recorder of all.
///
/// Where nobody looks on, a node costs two looks at the clock and one at an empty list.
public final class Observation {
    private final List<WorkObserver> observers = new CopyOnWriteArrayList<>();

    /// Tells `observer` of all that begins from now on.
    public void add(WorkObserver observer) {
        observers.add(observer);
    }

    /// Tells it no more.
    public void remove(WorkObserver observer) {
        observers.remove(observer);
    }

    /// Tells also those whom `earlier` told, as is needed when one runtime takes the place of another.
    public void inherit(Observation earlier) {
        observers.addAll(earlier.observers);
    }

    /// Runs an execution in this thread under an id of its own, which [CurrentWork] knows meanwhile.
    ///
    /// @param listener is told of the events, observers after it
    /// @param run runs the execution and tells of its events
    public Outcome execution(
            Plan plan, Consumer<ExecutionEvent> listener, Function<Consumer<ExecutionEvent>, Outcome> run) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        ExecutionFlightEvent event = new ExecutionFlightEvent(id, plan.nodes().size());
        event.begin();
        long start = System.nanoTime();
        Outcome outcome = Outcome.FAILED;
        try {
            outcome = new CurrentWork(this, id).call(() -> run.apply(told(id, listener)));
            return outcome;
        } finally {
            long end = System.nanoTime();
            event.end(outcome);
            ExecutionWork work = new ExecutionWork(id, plan, outcome, Thread.currentThread(), start, end);
            observers.forEach(observer -> observer.executed(work));
        }
    }

    void ran(NodeWork work) {
        observers.forEach(observer -> observer.ran(work));
    }

    boolean isWatched() {
        return !observers.isEmpty();
    }

    private Consumer<ExecutionEvent> told(String execution, Consumer<ExecutionEvent> listener) {
        if (observers.isEmpty()) {
            return listener;
        }
        return event -> {
            listener.accept(event);
            observers.forEach(observer -> observer.happened(execution, event));
        };
    }
}
