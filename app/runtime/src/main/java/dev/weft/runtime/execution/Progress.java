package dev.weft.runtime.execution;

import dev.weft.nodes.api.Cancellation;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.ExecutionEvent.FileSaved;
import dev.weft.nodes.api.ExecutionEvent.NodeBlocked;
import dev.weft.nodes.api.ExecutionEvent.NodeCached;
import dev.weft.nodes.api.ExecutionEvent.NodeExpanded;
import dev.weft.nodes.api.ExecutionEvent.NodeFailed;
import dev.weft.nodes.api.ExecutionEvent.NodeFinished;
import dev.weft.nodes.api.ExecutionEvent.NodeSkipped;
import dev.weft.nodes.api.ExecutionEvent.NodeStarted;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.runtime.cache.CacheRun;
import dev.weft.runtime.cache.Trace;
import dev.weft.runtime.execution.NodeRun.End;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// Turns what becomes of tasks into events, and into what follows from it.
final class Progress implements Story {
    private final Announcer announcer;
    private final Cancellation stop;
    private final ReadyTasks ready;
    private final Expander expander;
    private final CacheRun results;
    private final Demand demand;
    private final List<Task> known = new ArrayList<>();
    private boolean anyFailed;

    Progress(Announcer announcer, Cancellation stop, ReadyTasks ready, Expander expander, CacheRun results, Keys keys) {
        this.announcer = announcer;
        this.stop = stop;
        this.ready = ready;
        this.expander = expander;
        this.results = results;
        this.demand = new Demand(results, keys, this);
    }

    Demand demand() {
        return demand;
    }

    boolean anyFailed() {
        return anyFailed;
    }

    /// A task is about to run.
    void started(Task task) {
        task.startedAt = System.nanoTime();
        tell(new NodeStarted(task.id));
    }

    /// A task has run or was asked.
    void ended(Task task, End end) {
        switch (end) {
            case End.Asks asks -> answered(task, asks);
            case End.Gives gives -> {
                demand.done(task, gives.outputs(), gives.given());
                finished(task);
            }
            case End.Grows grows -> grow(task, grows);
            case End.Blocks blocks -> demand.block(task, blocks.message());
            case End.Fails fails -> fail(task, fails.port(), fails.message(), fails.reason());
        }
    }

    private void answered(Task task, End.Asks asks) {
        if (task.ask(asks.inputs())) {
            if (task.key != null) {
                results.keep(task.key, asks.inputs());
            }
            demand.asked(task);
        } else {
            task.decided = true;
            task.phase = Task.Phase.READY;
            ready(task);
        }
    }

    private void grow(Task task, End.Grows grows) {
        try {
            Growth growth = expander.grow(task, grows.parts(), grows.mapped());
            task.files = grows.files();
            tell(new NodeExpanded(
                    task.id,
                    task.shown,
                    growth.added().stream().map(added -> added.id).toList()));
            demand.expanded(task, growth);
        } catch (NodeException e) {
            fail(task, e.port(), String.valueOf(e.getMessage()), e);
        }
    }

    private void fail(Task task, Optional<String> port, String message, Throwable reason) {
        if (stop.requested()) {
            return;
        }
        // The logger is looked up here, as a run without failures needs none.
        if (!(reason instanceof NodeException) || reason.getCause() != null) {
            LoggerFactory.getLogger(Execution.class)
                    .atError()
                    .addKeyValue("node", task.id)
                    .setCause(reason)
                    .log("node '{}' failed", task.id);
        }
        failed(task, port, message);
        demand.failed(task);
    }

    /// A task can never run, though nothing failed.
    void stuck(Task task) {
        if (!task.told) {
            failed(
                    task,
                    Optional.empty(),
                    "it waits for itself through nodes that others turned into; undo such a circle");
            demand.failed(task);
        }
    }

    private void finished(Task task) {
        tell(new NodeFinished(task.id, Duration.ofNanos(System.nanoTime() - task.startedAt)));
    }

    @Override
    public void ready(Task task) {
        ready.add(task);
    }

    @Override
    public void cached(Task task) {
        known.add(task);
    }

    /// Tells which results were known, in the order of the plan.
    void tellKnown() {
        known.sort(Comparator.comparingInt(task -> task.number));
        for (Task task : known) {
            announcer.tell(new NodeCached(task.id));
            task.files.forEach(file -> announcer.tell(new FileSaved(task.id, file.path())));
        }
        known.clear();
    }

    private void tell(ExecutionEvent event) {
        tellKnown();
        announcer.tell(event);
    }

    @Override
    public void skipped(Task task, String cause) {
        tell(new NodeSkipped(task.id, cause));
    }

    @Override
    public void blocked(Task task, Optional<String> message) {
        tell(new NodeBlocked(task.id, message));
    }

    @Override
    public void failed(Task task, Optional<String> port, String message) {
        anyFailed = true;
        tell(new NodeFailed(task.id, port, message));
    }

    @Override
    public void assembled(Task task, NodeOutputs outputs) {
        Trace.Given given = results.keep(Optional.ofNullable(task.key), outputs, task.files);
        demand.done(task, outputs, given);
        finished(task);
    }
}
