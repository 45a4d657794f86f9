package dev.weft.runtime.queue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// The queue and its history, kept in a folder. Programs that use the same folder share both.
///
/// ```java
/// try (QueueStore store = QueueStore.open(folders.data(), folders.cache())) {
///     RunId id = store.queue().add(submission);
///     ...
/// }
/// ```
public final class QueueStore implements AutoCloseable {
    private static final String FILE = "weft.db";
    private static final String WORKERS = "workers";

    private final Database database;
    private final WorkerLocks locks;
    private final InstantSource clock;
    private final Changes changes;
    private final Queue queue;
    private final History history;
    private final List<QueuedRun> interrupted;

    private QueueStore(Database database, WorkerLocks locks, InstantSource clock) {
        this.database = database;
        this.locks = locks;
        this.clock = clock;
        this.changes = new Changes(database);
        this.queue = new Queue(database, changes, clock);
        this.history = new History(database, changes);
        this.interrupted = new Recovery(database, locks, clock).run();
    }

    /// Opens the queue, which is made if there is none yet, and marks the runs whose workers have ended meanwhile as
    /// interrupted.
    ///
    /// @param data the folder that keeps it, made if need be
    /// @param libraries a folder for SQLite's native library, made if need be
    /// @throws QueueException if the folder or the database in it cannot be used
    public static QueueStore open(Path data, Path libraries) {
        SqliteLibrary.keepIn(libraries);
        return open(data, InstantSource.system());
    }

    static QueueStore open(Path data, InstantSource clock) {
        Database database = Database.open(data.resolve(FILE));
        try {
            return new QueueStore(database, new WorkerLocks(data.resolve(WORKERS)), clock);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// The runs that wait or run.
    public Queue queue() {
        return queue;
    }

    /// The runs that are over.
    public History history() {
        return history;
    }

    /// A new worker, who takes from this queue until it is closed. Close it before the queue.
    ///
    /// @throws QueueException if the folder of the queue knows no file locks
    public Worker worker() {
        WorkerLocks.Held lock = locks.take();
        try {
            return new Worker(lock, new Desk(database, clock, lock.worker()), changes);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// The runs that were found interrupted when this was opened.
    public List<QueuedRun> interrupted() {
        return interrupted;
    }

    /// Ends the telling of changes and closes the database. What was accepted stays.
    @Override
    public void close() {
        changes.close();
        database.close();
    }
}
