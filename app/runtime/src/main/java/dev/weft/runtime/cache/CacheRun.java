package dev.weft.runtime.cache;

import dev.weft.nodes.api.NodeOutputs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The part that one execution has in the cache: what it finds there, and what it adds. Any thread may use it.
///
/// A node's fingerprint is taken over the identities of what arrives at its inputs, not over where they come from.
/// So a node is looked for as soon as those are known, which takes no values: a trace is enough. If a node works
/// again and gives the same as in an earlier run, the fingerprint of what follows is the same as well, and that need
/// not work.
public final class CacheRun implements AutoCloseable {
    private final ResultCache cache;
    private final long begin;

    CacheRun(ResultCache cache, long begin) {
        this.cache = cache;
        this.begin = begin;
    }

    /// What is known of work that has this fingerprint, even if its values were let go long ago.
    public Optional<Trace> trace(Fingerprint work) {
        return keepsNothing() ? Optional.empty() : cache.trace(work);
    }

    /// The values that work with this fingerprint gave; those of list outputs are [Items]. Reading them from disk may
    /// take a while.
    public Optional<NodeOutputs> find(Fingerprint work) {
        return keepsNothing() ? Optional.empty() : cache.find(work);
    }

    /// Keeps what a node gave. Hashing large values takes a while: about a second for two gigabytes.
    ///
    /// @param work nothing if it is not to be found again: an input of it has no identity, or it always runs
    /// @param files what the node has written
    /// @return the identity of each output that has one
    public Trace.Given keep(Optional<Fingerprint> work, NodeOutputs outputs, List<SavedFile> files) {
        Map<String, Identity> identities = new HashMap<>();
        outputs.values().forEach((port, value) -> {
            Optional<Identity> content =
                    keepsNothing() ? Optional.empty() : cache.formats().identity(value);
            content.or(() -> work.map(key -> Identity.of(key, port)))
                    .ifPresent(identity -> identities.put(port, identity));
        });
        Trace.Given given = new Trace.Given(identities, files);
        if (work.isPresent() && !keepsNothing()) {
            cache.keep(work.get(), outputs, given);
        }
        return given;
    }

    /// Keeps which lazy inputs a node asked for. With the identities of those its work has another fingerprint, under
    /// which the story goes on.
    public void keep(Fingerprint work, Set<String> demanded) {
        if (!keepsNothing()) {
            cache.keep(work, new Trace.Demanded(demanded));
        }
    }

    /// Says that the execution is over. Under the policy `classic` all goes that neither it nor one that still runs
    /// has used.
    @Override
    public void close() {
        cache.end(this);
    }

    long begin() {
        return begin;
    }

    private boolean keepsNothing() {
        return cache.policy() == CachePolicy.NONE;
    }
}
