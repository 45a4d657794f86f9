package dev.weft.runtime.cache;

import dev.weft.nodes.api.NodeOutputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Results on disk, for which memory had no room. Any thread may use it.
///
/// Writing is done by the executor that it is given, so that no run waits for it; until a result is written it is found
/// in memory. Where writing does not keep up, or the disk is full, results are forgotten instead.
final class Spill implements AutoCloseable {
    /// Writing a file for less costs more than it is worth.
    static final long LEAST_BYTES = 16 << 10;

    /// What is left to others on a disk that runs full.
    private static final long RESERVE_BYTES = 1L << 30;

    private final Path parent;
    private final ResultFile files;
    private final ValueFormats formats;
    private final ExecutorService executor;
    private final long budget;
    private final long mostWaitingBytes;
    private final Recent<Path> written;
    private final Map<Fingerprint, Waiting> waiting = new HashMap<>();
    private long waitingBytes;
    private @Nullable ResultFolder folder;
    private boolean off;

    /// @param parent where this process makes a folder when it first needs one
    /// @param budget how many bytes of the disk it may use
    /// @param mostWaitingBytes how much memory results may take that wait to be written, if there is more than one
    Spill(Path parent, ValueFormats formats, ExecutorService executor, long budget, long mostWaitingBytes) {
        this.parent = parent;
        this.formats = formats;
        this.files = new ResultFile(formats);
        this.executor = executor;
        this.budget = budget;
        this.mostWaitingBytes = mostWaitingBytes;
        this.written = new Recent<>(budget);
        this.off = budget == 0;
    }

    /// Takes a result that memory has no room for.
    void offer(Fingerprint key, NodeOutputs outputs, long bytes, long moment) {
        synchronized (this) {
            if (off
                    || bytes < LEAST_BYTES
                    || bytes > budget
                    || written.use(key, moment).isPresent()) {
                return;
            }
            boolean tooMany = !waiting.isEmpty() && waitingBytes + bytes > mostWaitingBytes;
            if (tooMany || waiting.containsKey(key)) {
                return;
            }
        }
        if (!outputs.values().values().stream().allMatch(formats::covers)) {
            return;
        }
        synchronized (this) {
            if (waiting.putIfAbsent(key, new Waiting(outputs, bytes, moment)) != null) {
                return;
            }
            waitingBytes += bytes;
        }
        executor.execute(() -> write(key));
    }

    /// Looks for a result, which uses it.
    Optional<NodeOutputs> find(Fingerprint key, long moment) {
        Path file;
        synchronized (this) {
            Waiting early = waiting.get(key);
            if (early != null) {
                early.lastUse = moment;
                return Optional.of(early.outputs);
            }
            Optional<Path> found = written.use(key, moment);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            file = found.get();
        }
        try {
            return Optional.of(files.read(file));
        } catch (IOException | OutOfMemoryError e) {
            LoggerFactory.getLogger(Spill.class).info("a result on disk cannot be read and is forgotten", e);
            synchronized (this) {
                written.remove(key).ifPresent(Spill::delete);
            }
            return Optional.empty();
        }
    }

    /// Notes that a result was of use, without reading it.
    synchronized void use(Fingerprint key, long moment) {
        Waiting early = waiting.get(key);
        if (early != null) {
            early.lastUse = moment;
        }
        written.use(key, moment);
    }

    /// Forgets all that was last used before `moment`.
    synchronized void forgetUnusedSince(long moment) {
        waiting.values().removeIf(result -> {
            boolean old = result.lastUse < moment;
            if (old) {
                waitingBytes -= result.bytes;
            }
            return old;
        });
        written.removeUnusedSince(moment).forEach(dropped -> delete(dropped.value()));
    }

    /// Bytes of the disk that are in use.
    synchronized long writtenBytes() {
        return written.weight();
    }

    /// Waits for the file that is just being written, and deletes all.
    @Override
    public void close() {
        synchronized (this) {
            off = true;
            forgetUnusedSince(Long.MAX_VALUE);
        }
        executor.close();
        synchronized (this) {
            ResultFolder mine = folder;
            folder = null;
            if (mine != null) {
                try {
                    mine.close();
                } catch (IOException e) {
                    LoggerFactory.getLogger(Spill.class).info("results stay on disk until the next start", e);
                }
            }
        }
    }

    private void write(Fingerprint key) {
        Path file = null;
        try {
            Waiting result;
            synchronized (this) {
                result = waiting.get(key);
                if (result == null || off) {
                    return;
                }
                file = makeRoom(key, result.bytes);
            }
            files.write(file, result.outputs);
            keep(key, result, file);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            giveUp(file, e);
        } finally {
            synchronized (this) {
                Waiting result = waiting.remove(key);
                if (result != null) {
                    waitingBytes -= result.bytes;
                }
            }
        }
    }

    /// Deletes the longest unused files until there is room, and names the new one.
    private Path makeRoom(Fingerprint key, long bytes) throws IOException {
        ResultFolder mine = folder;
        if (mine == null) {
            mine = ResultFolder.make(parent);
            folder = mine;
        }
        written.makeRoom(bytes).forEach(old -> delete(old.value()));
        if (mine.freeBytes() - bytes < RESERVE_BYTES) {
            throw new IOException("its disk has less than " + (RESERVE_BYTES >> 20) + " MiB left");
        }
        return mine.file(key);
    }

    private synchronized void keep(Fingerprint key, Waiting result, Path file) throws IOException {
        if (off || !waiting.containsKey(key)) {
            delete(file);
            return;
        }
        List<Recent.Dropped<Path>> dropped = written.put(key, file, Files.size(file), result.lastUse);
        dropped.forEach(old -> delete(old.value()));
    }

    private synchronized void giveUp(@Nullable Path file, Throwable reason) {
        if (file != null) {
            delete(file);
        }
        if (!off) {
            off = true;
            LoggerFactory.getLogger(Spill.class)
                    .warn(
                            "Results are not put on disk any more, as {} cannot be written ({}); make room there, or set"
                                    + " --cache-disk to 0.",
                            parent,
                            reason.getMessage());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It goes with the folder.
        }
    }

    /// A result that is not written yet.
    private static final class Waiting {
        final NodeOutputs outputs;
        final long bytes;
        long lastUse;

        Waiting(NodeOutputs outputs, long bytes, long lastUse) {
            this.outputs = outputs;
            this.bytes = bytes;
            this.lastUse = lastUse;
        }
    }
}
