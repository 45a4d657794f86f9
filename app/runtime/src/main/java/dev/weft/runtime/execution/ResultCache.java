package dev.weft.runtime.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.nodes.api.NodeOutputs;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Results of nodes that were run before, in memory, up to a number of bytes; the least useful go first. Their traces
/// stay longer, up to a number of traces.
///
/// A result that leaves the cache is not closed: a running node may still hold it.
final class ResultCache implements Results {
    /// What an entry costs beside its values, so that even handles that count 0 bytes do not pile up for ever.
    private static final long ENTRY_BYTES = 1024;

    private static final long MOST_TRACES = 100_000;

    private final Cache<Fingerprint, NodeOutputs> results;
    private final Cache<Fingerprint, Trace> traces;

    /// @param byteBudget how many bytes the results may keep together; with 0 nothing is remembered
    @Inject
    ResultCache(CacheBudget byteBudget) {
        results = Caffeine.newBuilder()
                .maximumWeight(byteBudget.bytes())
                .weigher(ResultCache::weight)
                // Eviction then happens in the thread that puts, and is done when the call returns.
                .executor(Runnable::run)
                .build();
        traces = Caffeine.newBuilder()
                .maximumSize(byteBudget.bytes() == 0 ? 0 : MOST_TRACES)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Optional<Trace> trace(Fingerprint key) {
        return Optional.ofNullable(traces.getIfPresent(key));
    }

    @Override
    public Optional<NodeOutputs> find(Fingerprint key) {
        return Optional.ofNullable(results.getIfPresent(key));
    }

    @Override
    public Trace.Given keep(
            Optional<Fingerprint> key, NodeSignature signature, NodeOutputs outputs, List<SavedFile> files) {
        if (key.isEmpty()) {
            return new Trace.Given(Map.of(), files);
        }
        Map<String, Identity> identities = new HashMap<>();
        for (OutputPort port : signature.outputs()) {
            identities.put(port.name(), Identity.of(key.get(), port.name()));
        }
        Trace.Given given = new Trace.Given(identities, files);
        results.put(key.get(), outputs);
        traces.put(key.get(), given);
        return given;
    }

    @Override
    public void keep(Fingerprint key, Set<String> demanded) {
        traces.put(key, new Trace.Demanded(demanded));
    }

    private static int weight(Fingerprint fingerprint, NodeOutputs outputs) {
        return (int) Math.min(Integer.MAX_VALUE, ENTRY_BYTES + Math.max(0, outputs.byteSize()));
    }
}
