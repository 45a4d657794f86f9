package dev.weft.runtime.queue;

import dev.weft.nodes.api.Cancellation;
import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.execution.CancellationToken;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes runs from the queue, one after another, and has them carried out. Several may share a queue, in one process or
/// in many: each run is taken by one.
///
/// A worker that is closed leaves nothing running. One whose process is killed is found out when the queue is next
/// opened.
public final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final WorkerLocks.Held lock;
    private final Desk desk;
    private final Changes changes;
    private volatile @Nullable Current current;

    /// Why a worker stopped working.
    public enum Ending {
        /// No run waits.
        EMPTY,
        /// The queue is paused.
        PAUSED,
        /// It was asked to.
        STOPPED
    }

    /// What a worker does when there is nothing to take.
    public enum Patience {
        /// It stops.
        STOP,
        /// It waits for the next run.
        WAIT
    }

    Worker(WorkerLocks.Held lock, Desk desk, Changes changes) {
        this.lock = lock;
        this.desk = desk;
        this.changes = changes;
        desk.open();
    }

    /// Takes runs until there are none, or until it is asked to stop. The run that it is at is then interrupted.
    ///
    /// @param patience what to do when there is nothing to take
    /// @param engine carries the runs out
    /// @param observers for each run, who is told what happens in it
    /// @param stop asks the worker to stop
    /// @throws QueueException if the database can no longer be used
    public Ending work(
            Patience patience, RunEngine engine, Function<QueuedRun, RunObserver> observers, CancellationToken stop) {
        Semaphore news = new Semaphore(0);
        try (QueueListener.Subscription _ = changes.listen(_ -> {
                    passOnCancellation();
                    news.release();
                });
                Cancellation.Handle _ = stop.onRequest(() -> {
                    interruptCurrent();
                    news.release();
                })) {
            while (!stop.requested()) {
                news.drainPermits();
                Optional<TakenRun> taken = desk.take();
                if (taken.isPresent()) {
                    carryOut(taken.get(), engine, observers, stop);
                } else if (patience == Patience.STOP) {
                    return desk.paused() ? Ending.PAUSED : Ending.EMPTY;
                } else {
                    news.acquireUninterruptibly();
                }
            }
            return Ending.STOPPED;
        }
    }

    private void carryOut(
            TakenRun taken, RunEngine engine, Function<QueuedRun, RunObserver> observers, CancellationToken stop) {
        QueuedRun run = taken.run();
        Current here = new Current(run.id(), new CancellationToken());
        current = here;
        RunRecorder recorder = desk.recorder(run);
        changes.tell(new QueueChange.OfRun(run.id()));
        // Whoever asked before the run was known here was not heard.
        passOnCancellation();
        if (stop.requested()) {
            here.cancellation().request();
        }
        RunStatus status;
        try {
            RunObserver observer = RunObserver.both(recorder, observers.apply(run));
            status = status(engine.run(taken, here.cancellation(), observer), run.id(), stop);
        } catch (RuntimeException | Error e) {
            LOG.error("run {} failed unexpectedly", run.id(), e);
            recorder.refused("it failed unexpectedly (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                    + "); the log holds the details");
            status = RunStatus.FAILED;
        } finally {
            current = null;
        }
        desk.end(run, status, recorder);
        changes.tell(new QueueChange.OfRun(run.id()));
    }

    /// What was finished counts as finished, however late somebody asked to cancel it.
    private RunStatus status(Outcome outcome, RunId id, CancellationToken stop) {
        return switch (outcome) {
            case DONE -> RunStatus.DONE;
            case FAILED -> RunStatus.FAILED;
            case CANCELLED -> stop.requested() && !desk.cancelling(id) ? RunStatus.INTERRUPTED : RunStatus.CANCELLED;
        };
    }

    private void passOnCancellation() {
        Current here = current;
        if (here != null && !here.cancellation().requested() && desk.cancelling(here.run())) {
            here.cancellation().request();
        }
    }

    private void interruptCurrent() {
        Current here = current;
        if (here != null) {
            here.cancellation().request();
        }
    }

    /// Takes the worker off the list and gives its lock back.
    @Override
    public void close() {
        try {
            desk.close();
        } finally {
            lock.close();
        }
    }

    private record Current(RunId run, CancellationToken cancellation) {}
}
