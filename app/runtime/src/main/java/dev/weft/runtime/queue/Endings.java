package dev.weft.runtime.queue;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Notes that a run is over, or is to be.
final class Endings {
    private Endings() {}

    /// Notes that a run that waits is cancelled, or that one that runs is to be.
    static Cancelled cancel(Handle handle, QueuedRun run, Instant now) {
        long id = run.id().number();
        return switch (run.state()) {
            case RunState.Waiting() -> {
                handle.execute(
                        "UPDATE run SET state = 'cancelled', began = NULL, ended = ? WHERE id = ?",
                        now.toEpochMilli(),
                        id);
                yield new Cancelled.BeforeItBegan();
            }
            case RunState.Running _ -> {
                handle.execute("UPDATE run SET cancelling = 1 WHERE id = ?", id);
                yield new Cancelled.Asked();
            }
            case RunState.Over over -> new Cancelled.TooLate(over.status());
        };
    }

    /// Notes that a running run, and with it its latest attempt, is over.
    static void end(Handle handle, RunId id, RunStatus status, Instant now) {
        handle.execute(
                "UPDATE attempt SET state = ?, ended = ? WHERE run = ? AND number = (SELECT attempt FROM run WHERE id = ?)",
                status.word(),
                now.toEpochMilli(),
                id.number(),
                id.number());
        handle.execute(
                "UPDATE run SET state = ?, ended = ?, cancelling = 0 WHERE id = ?",
                status.word(),
                now.toEpochMilli(),
                id.number());
    }
}
