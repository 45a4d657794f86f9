package dev.weft.runtime.queue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Finds the runs whose workers ended without a word, as they do when they are killed or the power fails.
final class Recovery {
    private final Database database;
    private final WorkerLocks locks;
    private final InstantSource clock;

    Recovery(Database database, WorkerLocks locks, InstantSource clock) {
        this.database = database;
        this.locks = locks;
        this.clock = clock;
    }

    /// Clears what such runs have left half-written, marks them as interrupted, and returns them.
    List<QueuedRun> run() {
        Set<String> ended = endedWorkers();
        if (ended.isEmpty()) {
            return List.of();
        }
        // Before anything is marked, so that it is done again if this process ends meanwhile too.
        lost(ended).stream().map(run -> run.settings().output()).distinct().forEach(Recovery::clear);
        List<QueuedRun> interrupted = database.write(handle -> {
            List<QueuedRun> marked = lost(handle, ended);
            marked.forEach(run -> interrupt(handle, run));
            ended.forEach(worker -> handle.execute("DELETE FROM worker WHERE id = ?", worker));
            return marked.stream().map(run -> RunRows.get(handle, run.id())).toList();
        });
        ended.forEach(locks::forget);
        return interrupted;
    }

    private Set<String> endedWorkers() {
        return database
                .read(handle -> handle.createQuery(
                                "SELECT id FROM worker UNION SELECT worker FROM run WHERE state = 'running'")
                        .mapTo(String.class)
                        .list())
                .stream()
                .filter(locks::ended)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<QueuedRun> lost(Set<String> workers) {
        return database.read(handle -> lost(handle, workers));
    }

    private static List<QueuedRun> lost(Handle handle, Set<String> workers) {
        return RunRows.runs(
                handle,
                handle.createQuery(RunRows.SELECT + "WHERE state = 'running' AND worker IN (<workers>) ORDER BY id")
                        .bindList("workers", List.copyOf(workers)));
    }

    private void interrupt(Handle handle, QueuedRun run) {
        Endings.end(handle, run.id(), RunStatus.INTERRUPTED, clock.instant());
    }

    private static void clear(Path folder) {
        new Leftovers(folder).clear();
    }
}
