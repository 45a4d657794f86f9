package dev.weft.runtime.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.weft.nodes.api.NodeOutputs;
import jakarta.inject.Inject;
import java.util.Optional;

/// Results of nodes that were run before, in memory, up to a number of bytes; the least useful go first.
///
/// A result that leaves the cache is not closed: a running node may still hold it.
final class ResultCache {
    /// What an entry costs beside its values, so that even handles that count 0 bytes do not pile up for ever.
    private static final long ENTRY_BYTES = 1024;

    private final Cache<Fingerprint, NodeOutputs> results;

    /// @param byteBudget how many bytes the results may keep together
    @Inject
    ResultCache(CacheBudget byteBudget) {
        results = Caffeine.newBuilder()
                .maximumWeight(byteBudget.bytes())
                .weigher(ResultCache::weight)
                // Eviction then happens in the thread that puts, and is done when the call returns.
                .executor(Runnable::run)
                .build();
    }

    Optional<NodeOutputs> find(Fingerprint fingerprint) {
        return Optional.ofNullable(results.getIfPresent(fingerprint));
    }

    void put(Fingerprint fingerprint, NodeOutputs outputs) {
        results.put(fingerprint, outputs);
    }

    private static int weight(Fingerprint fingerprint, NodeOutputs outputs) {
        return (int) Math.min(Integer.MAX_VALUE, ENTRY_BYTES + Math.max(0, outputs.byteSize()));
    }
}
