package dev.weft.runtime.cache;

import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeOutputs;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Results of nodes that were run before: the values in memory and on disk as far as the budgets reach, and traces of
/// many more. Each execution takes part through a [CacheRun]. Any thread may use it.
///
/// A result that leaves the cache is not closed: a running node may still hold it.
public final class ResultCache implements AutoCloseable {
    /// What a result costs beside its values, so that even handles that count 0 bytes do not pile up for ever.
    static final long ENTRY_BYTES = 1024;

    /// Traces take a few hundred bytes each.
    private static final long MOST_TRACES = 100_000;

    private final CachePolicy policy;
    private final ValueFormats formats;
    private final Recent<NodeOutputs> values;
    private final Recent<Trace> traces = new Recent<>(MOST_TRACES);
    private final Spill spill;
    private final Set<CacheRun> running = new HashSet<>();
    private long moment;

    /// A cache that puts results below the cache folder.
    @Inject
    public ResultCache(CacheSettings settings, ValueFormats formats, Folders folders) {
        this(
                settings,
                formats,
                folders.cache().resolve("results"),
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("weft-results").factory()));
    }

    ResultCache(CacheSettings settings, ValueFormats formats, Path folder, ExecutorService writer) {
        this.policy = settings.policy();
        this.formats = formats;
        this.values = new Recent<>(settings.memoryBytes());
        this.spill = new Spill(folder, formats, writer, settings.diskBytes(), settings.memoryBytes() / 4);
        ResultFolder.deleteThoseOfTheDead(folder);
    }

    /// Which results are kept.
    public CachePolicy policy() {
        return policy;
    }

    /// Begins the part of one execution. Close it when the execution is over.
    public synchronized CacheRun begin() {
        CacheRun run = new CacheRun(this, ++moment);
        running.add(run);
        return run;
    }

    /// Forgets everything, as when a plugin is unloaded: any result may hold an object of its classes.
    public synchronized void forgetAll() {
        forgetUnusedSince(Long.MAX_VALUE);
    }

    /// Deletes what is on disk. Nothing may be running any more.
    @Override
    public void close() {
        forgetAll();
        spill.close();
    }

    synchronized Optional<Trace> trace(Fingerprint key) {
        moment++;
        Optional<Trace> trace = traces.use(key, moment);
        if (trace.isPresent()) {
            values.use(key, moment);
            spill.use(key, moment);
        }
        return trace;
    }

    Optional<NodeOutputs> find(Fingerprint key) {
        long now;
        synchronized (this) {
            now = ++moment;
            Optional<NodeOutputs> inMemory = values.use(key, now);
            if (inMemory.isPresent()) {
                return inMemory;
            }
        }
        Optional<NodeOutputs> onDisk = spill.find(key, now);
        onDisk.ifPresent(outputs -> keepValues(key, outputs));
        return onDisk;
    }

    synchronized void keep(Fingerprint key, Trace trace) {
        moment++;
        traces.put(key, trace, 1, moment);
    }

    void keep(Fingerprint key, NodeOutputs outputs, Trace.Given given) {
        keep(key, given);
        if (!outputs.values().isEmpty()) {
            keepValues(key, outputs);
        }
    }

    synchronized void end(CacheRun ended) {
        running.remove(ended);
        if (policy == CachePolicy.CLASSIC) {
            long oldest = ended.begin();
            for (CacheRun run : running) {
                oldest = Math.min(oldest, run.begin());
            }
            forgetUnusedSince(oldest);
        }
    }

    ValueFormats formats() {
        return formats;
    }

    synchronized long bytesInMemory() {
        return values.weight();
    }

    long bytesOnDisk() {
        return spill.writtenBytes();
    }

    private void keepValues(Fingerprint key, NodeOutputs outputs) {
        long bytes = ENTRY_BYTES + Math.max(outputs.byteSize(), measured(outputs));
        List<Recent.Dropped<NodeOutputs>> dropped;
        long now;
        synchronized (this) {
            now = ++moment;
            dropped = values.put(key, outputs, bytes, now);
        }
        for (Recent.Dropped<NodeOutputs> old : dropped) {
            spill.offer(old.key(), old.value(), old.weight(), now);
        }
    }

    private long measured(NodeOutputs outputs) {
        long bytes = 0;
        for (Object value : outputs.values().values()) {
            bytes += formats.byteSize(value);
        }
        return bytes;
    }

    private void forgetUnusedSince(long moment) {
        values.removeUnusedSince(moment);
        traces.removeUnusedSince(moment);
        spill.forgetUnusedSince(moment);
    }
}
