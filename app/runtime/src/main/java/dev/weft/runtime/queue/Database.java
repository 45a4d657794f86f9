package dev.weft.runtime.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/// One connection to the database, used by one thread at a time; other processes have their own.
///
/// A change that returned is on the disk, also after a loss of power: the journal is written ahead and forced out at
/// each commit. Every exception that leaves here is a [QueueException] with a sentence.
final class Database implements AutoCloseable {
    private static final int BUSY_MILLISECONDS = 20_000;

    private final Path file;
    private final Connection connection;
    private final Jdbi jdbi;
    private final ReentrantLock lock = new ReentrantLock();

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
        this.jdbi = Jdbi.create(connection);
    }

    /// Opens the database, which is made if it is not there, and brings it to the newest form.
    static Database open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new QueueException(
                    "the folder of the queue " + file + " cannot be made; make it, or name another with WEFT_DATA", e);
        }
        try {
            Database database = new Database(file, settings().createConnection("jdbc:sqlite:" + file));
            try {
                database.prepare();
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
            return database;
        } catch (SQLException e) {
            throw DatabaseFailure.sentence(file, e);
        }
    }

    private static SQLiteConfig settings() {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setBusyTimeout(BUSY_MILLISECONDS);
        settings.enforceForeignKeys(true);
        settings.setSynchronous(SynchronousMode.FULL);
        // A transaction that begins as a reader can be refused when it first writes; these wait their turn instead.
        settings.setTransactionMode(TransactionMode.IMMEDIATE);
        return settings;
    }

    private void prepare() {
        String mode = read(handle ->
                handle.createQuery("PRAGMA journal_mode").mapTo(String.class).one());
        if (!mode.equalsIgnoreCase(JournalMode.WAL.getValue())) {
            String now = read(handle -> handle.createQuery("PRAGMA journal_mode = WAL")
                    .mapTo(String.class)
                    .one());
            if (!now.equalsIgnoreCase(JournalMode.WAL.getValue())) {
                throw new QueueException("the queue " + file
                        + " lies where no write-ahead journal can be kept; name a local folder with WEFT_DATA");
            }
        }
        if (read(handle -> !Migrations.upToDate(handle))) {
            change(handle -> Migrations.bringUpToDate(handle, file));
        }
    }

    /// Looks at the database.
    <T> T read(Function<Handle, T> query) {
        return locked(() -> jdbi.withHandle(query::apply));
    }

    /// Changes the database: all of it, or, if `work` throws, nothing.
    <T> T write(Function<Handle, T> work) {
        return locked(() -> jdbi.inTransaction(work::apply));
    }

    /// Changes the database as [#write] does.
    void change(Consumer<Handle> work) {
        locked(() -> {
            jdbi.useTransaction(work::accept);
            return true;
        });
    }

    /// A number that is another as soon as another process, or another connection of this one, has changed something.
    long version() {
        return read(handle ->
                handle.createQuery("PRAGMA data_version").mapTo(Long.class).one());
    }

    private <T> T locked(Work<T> work) {
        lock.lock();
        try {
            return work.run();
        } catch (JdbiException e) {
            throw DatabaseFailure.sentence(file, e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw DatabaseFailure.sentence(file, e);
        } finally {
            lock.unlock();
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run();
    }
}
