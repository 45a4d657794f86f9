package dev.weft.runtime.queue;

import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What one worker writes into the database: that it is there, what it takes, and how that ended.
final class Desk {
    private final Database database;
    private final InstantSource clock;
    private final String worker;

    Desk(Database database, InstantSource clock, String worker) {
        this.database = database;
        this.clock = clock;
        this.worker = worker;
    }

    void open() {
        database.change(handle -> handle.execute(
                "INSERT INTO worker (id, process, began) VALUES (?, ?, ?)",
                worker,
                ProcessHandle.current().pid(),
                clock.millis()));
    }

    /// Takes the run that is next in line, if there is one and the queue is not paused.
    Optional<TakenRun> take() {
        return database.write(handle -> next(handle).map(id -> {
            handle.execute(
                    "UPDATE run SET state = 'running', cancelling = 0, attempt = attempt + 1, worker = ?, began = ?,"
                            + " ended = NULL WHERE id = ?",
                    worker,
                    clock.millis(),
                    id);
            handle.execute(
                    "INSERT INTO attempt (run, number, began, state) SELECT id, attempt, began, state FROM run"
                            + " WHERE id = ?",
                    id);
            String workflow = handle.createQuery("SELECT workflow FROM run WHERE id = ?")
                    .bind(0, id)
                    .mapTo(String.class)
                    .one();
            return new TakenRun(RunRows.get(handle, new RunId(id)), workflow);
        }));
    }

    private static Optional<Long> next(Handle handle) {
        return handle.createQuery("SELECT id FROM run WHERE state = 'waiting' AND (SELECT paused FROM queue) = 0"
                        + RunRows.IN_LINE + "LIMIT 1")
                .mapTo(Long.class)
                .findOne();
    }

    RunRecorder recorder(QueuedRun run) {
        return new RunRecorder(database, run.id(), run.attempts());
    }

    /// Whether somebody asked for the run to be cancelled.
    boolean cancelling(RunId id) {
        return database.read(handle -> handle.createQuery("SELECT cancelling FROM run WHERE id = ?")
                        .bind(0, id.number())
                        .mapTo(Boolean.class)
                        .findOne())
                .orElse(false);
    }

    boolean paused() {
        return database.read(handle -> handle.createQuery("SELECT paused FROM queue")
                .mapTo(Boolean.class)
                .one());
    }

    /// Notes how a run ended, together with what was recorded of it. Another's word that it was interrupted does not
    /// stand against that of the worker itself.
    void end(QueuedRun run, RunStatus status, RunRecorder recorder) {
        database.change(handle -> {
            boolean ours = handle.createQuery("SELECT count(*) FROM run WHERE id = ? AND attempt = ? AND worker = ?"
                                    + " AND state IN ('running', 'interrupted')")
                            .bind(0, run.id().number())
                            .bind(1, run.attempts())
                            .bind(2, worker)
                            .mapTo(Integer.class)
                            .one()
                    > 0;
            if (ours) {
                recorder.writeRest(handle);
                Endings.end(handle, run.id(), status, clock.instant());
            }
        });
    }

    /// Takes the worker off the list. A run that it had not ended yet is interrupted.
    void close() {
        database.change(handle -> {
            RunRows.runs(
                            handle,
                            handle.createQuery(RunRows.SELECT + "WHERE state = 'running' AND worker = :worker")
                                    .bind("worker", worker))
                    .forEach(run -> Endings.end(handle, run.id(), RunStatus.INTERRUPTED, clock.instant()));
            handle.execute("DELETE FROM worker WHERE id = ?", worker);
        });
    }
}
