package dev.weft.runtime.queue;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Notes that a running run is over.
final class Endings {
    private Endings() {}

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
