package dev.weft.runtime.queue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells whether a worker still lives, also one of another process, or one that was killed.
///
/// Each holds the lock of a file that bears its name. The system takes the lock back when the process ends, however it
/// ends. (The number of a process would not do: the system gives it to another one later.)
final class WorkerLocks {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerLocks.class);

    /// Names of this process' workers begin so. Their files are not looked at: closing a file that was opened a second
    /// time takes the lock from the first.
    private static final String PROCESS = UUID.randomUUID().toString();

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String ENDING = ".lock";

    private final Path folder;

    /// @param folder for the files; made if need be
    WorkerLocks(Path folder) {
        this.folder = folder;
    }

    /// Takes a lock for a new worker.
    Held take() {
        String name = PROCESS + "-" + COUNT.incrementAndGet();
        Path file = file(name);
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.lock();
                return new Held(name, file, channel, lock);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new QueueException(
                    "no file can be locked in " + folder + ", so no worker can run; name a local folder with WEFT_DATA",
                    e);
        }
    }

    /// Whether the worker has ended. Where that cannot be told, it has not.
    boolean ended(String worker) {
        if (worker.startsWith(PROCESS)) {
            return false;
        }
        Path file = file(worker);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException | OverlappingFileLockException e) {
            LOG.debug("Whether worker {} lives cannot be told.", worker, e);
            return false;
        }
    }

    /// Removes the file of a worker that has ended.
    void forget(String worker) {
        try {
            Files.deleteIfExists(file(worker));
        } catch (IOException e) {
            LOG.debug("The file of worker {} cannot be removed.", worker, e);
        }
    }

    private Path file(String worker) {
        return folder.resolve(worker + ENDING);
    }

    /// A lock that is held until it is closed or the process ends.
    static final class Held implements AutoCloseable {
        private final String worker;
        private final Path file;
        private final FileChannel channel;
        private final FileLock lock;

        private Held(String worker, Path file, FileChannel channel, FileLock lock) {
            this.worker = worker;
            this.file = file;
            this.channel = channel;
            this.lock = lock;
        }

        /// The worker's name.
        String worker() {
            return worker;
        }

        @Override
        public void close() {
            try {
                lock.release();
                channel.close();
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.debug("The lock of worker {} cannot be given back.", worker, e);
            }
        }
    }
}
