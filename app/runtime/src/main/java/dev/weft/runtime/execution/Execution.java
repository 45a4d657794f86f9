package dev.weft.runtime.execution;

import dev.weft.graph.validation.Plan;
import dev.weft.nodes.api.Cancellation;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.ExecutionEvent.ExecutionFinished;
import dev.weft.nodes.api.ExecutionEvent.ExecutionStarted;
import dev.weft.nodes.api.ExecutionEvent.NodeCached;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.cache.CacheRun;
import dev.weft.runtime.execution.Task.Phase;
import dev.weft.runtime.plugin.NodeTypes;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// One run of one plan. Used once.
///
/// The calling thread coordinates: it alone decides, keeps the state and tells the listener. Nodes run in other
/// threads
/// and post what becomes of them, except where nothing would be won by that: a node that is the only one that
/// can run,
/// and nodes that are quicker than a change of threads, run in the calling thread.
final class Execution {
    private final Plan plan;
    private final Crew crew;
    private final CancellationToken cancellation;
    private final CancellationToken stop = new CancellationToken();
    private final ReadyTasks ready = new ReadyTasks();
    private final Runnable wake;
    private final TaskGraph graph;
    private final Announcer announcer;
    private final ExecutionSurroundings surroundings;
    private final CacheRun results;
    private final Demand demand;
    private final Progress progress;
    private int running;
    private boolean interrupted;

    Execution(
            Plan plan,
            NodeTypes types,
            CacheRun results,
            Folders folders,
            Crew crew,
            CancellationToken cancellation,
            Consumer<ExecutionEvent> listener,
            BooleanSupplier previewing) {
        this.plan = plan;
        this.crew = crew;
        this.cancellation = cancellation;
        this.results = results;
        graph = new TaskGraph(plan, types);
        announcer = new Announcer(listener, stop);
        wake = () -> announcer.post(() -> {});
        surroundings = new ExecutionSurroundings(plan, folders, stop, announcer, graph, previewing);
        progress = new Progress(announcer, stop, ready, new Expander(graph), results, new Keys(folders.output()));
        demand = progress.demand();
    }

    /// @throws RuntimeException what the listener threw
    Outcome run() {
        long start = System.nanoTime();
        announcer.tell(new ExecutionStarted(plan.nodes().size()));
        try (Cancellation.Handle _ = cancellation.onRequest(stop::request);
                Cancellation.Handle _ = stop.onRequest(wake)) {
            graph.planned().stream().filter(task -> task.target).forEach(demand::want);
            coordinate();
            // Those that have expanded go first: what waits for them is skipped because of them.
            graph.all().stream()
                    .filter(task -> isLeft(task) && !stop.requested())
                    .sorted(Comparator.comparing((Task task) -> task.phase != Phase.EXPANDED)
                            .thenComparingInt(task -> task.number))
                    .forEach(progress::stuck);
        }
        Outcome outcome = outcome();
        if (outcome != Outcome.CANCELLED) {
            graph.planned().stream()
                    .filter(task -> !task.told)
                    .forEach(task -> announcer.tell(new NodeCached(task.id)));
        }
        announcer.tell(new ExecutionFinished(outcome, Duration.ofNanos(System.nanoTime() - start)));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        announcer.rethrow();
        return outcome;
    }

    /// A request to stop that comes when all is done changes nothing.
    private Outcome outcome() {
        if (stop.requested() && graph.all().stream().anyMatch(Execution::isLeft)) {
            return Outcome.CANCELLED;
        }
        return progress.anyFailed() ? Outcome.FAILED : Outcome.DONE;
    }

    /// Whether it is wanted and nothing has become of it.
    private static boolean isLeft(Task task) {
        return !task.told && task.phase != Phase.UNWANTED;
    }

    private void coordinate() {
        while (true) {
            receive(false);
            demand.settle();
            progress.tellKnown();
            Optional<Task> next = stop.requested() ? Optional.empty() : ready.take(this::mayBegin);
            if (next.isPresent()) {
                begin(next.get());
            } else if (running > 0 || (!stop.requested() && !ready.isEmpty())) {
                receive(true);
            } else {
                return;
            }
        }
    }

    private void receive(boolean patient) {
        try {
            announcer.receive(patient);
        } catch (InterruptedException e) {
            interrupted = true;
            stop.request();
        }
    }

    private boolean mayBegin(Task task) {
        return isQuick(task) || crew.slots().take(task.shape.load(), wake);
    }

    private boolean isQuick(Task task) {
        return task.shape.load() == Load.COMPUTES
                && crew.quickTypes().contains(task.shape.signature().id());
    }

    private void begin(Task task) {
        boolean quick = isQuick(task);
        Load load = task.shape.load();
        task.phase = Phase.RUNNING;
        NodeRun run = NodeRun.of(task, results, surroundings);
        boolean asks = run.mustAsk();
        if (!asks) {
            progress.started(task);
        }
        if (quick || (load != Load.WAITS && running == 0 && ready.isEmpty())) {
            NodeRun.End end = crew.work(run, asks);
            if (!quick) {
                crew.slots().give(load);
            }
            progress.ended(task, end);
        } else {
            running++;
            crew.handOver(
                    run,
                    asks,
                    stop,
                    end -> announcer.post(() -> {
                        running--;
                        progress.ended(task, end);
                    }));
        }
    }
}
