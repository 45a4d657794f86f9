package dev.weft.runtime.cache;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Things by fingerprint, in the order in which they were last used, up to a weight that they may have together. Not
/// to be used by several threads at once.
///
/// @param <V> what is kept
final class Recent<V> {
    private final LinkedHashMap<Fingerprint, Held<V>> held = new LinkedHashMap<>(16, 0.75f, true);
    private final long budget;
    private long weight;

    /// What has to go.
    record Dropped<V>(Fingerprint key, V value, long weight) {}

    /// @param budget the largest weight of all together
    Recent(long budget) {
        this.budget = budget;
    }

    /// Looks something up, which uses it.
    ///
    /// @param moment a count that grows from use to use
    Optional<V> use(Fingerprint key, long moment) {
        Held<V> found = held.get(key);
        if (found == null) {
            return Optional.empty();
        }
        found.lastUse = moment;
        return Optional.of(found.value);
    }

    /// Takes something in, in place of what had the same key.
    ///
    /// @param more what it weighs
    /// @return what has to go to make room, the longest unused first; the new thing itself if it is too heavy alone
    List<Dropped<V>> put(Fingerprint key, V value, long more, long moment) {
        remove(key);
        if (more > budget) {
            return List.of(new Dropped<>(key, value, more));
        }
        List<Dropped<V>> dropped = makeRoom(more);
        held.put(key, new Held<>(value, more, moment));
        weight += more;
        return dropped;
    }

    /// Takes out the longest unused until there is room for `more`, or nothing left.
    List<Dropped<V>> makeRoom(long more) {
        if (weight + more <= budget) {
            return List.of();
        }
        List<Dropped<V>> dropped = new ArrayList<>();
        Iterator<Map.Entry<Fingerprint, Held<V>>> eldest = held.entrySet().iterator();
        while (eldest.hasNext() && weight + more > budget) {
            dropped.add(takeOut(eldest));
        }
        return dropped;
    }

    /// Takes something out, if it is there.
    Optional<V> remove(Fingerprint key) {
        Held<V> found = held.remove(key);
        if (found == null) {
            return Optional.empty();
        }
        weight -= found.weight;
        return Optional.of(found.value);
    }

    /// Takes out all that was last used before `moment`.
    List<Dropped<V>> removeUnusedSince(long moment) {
        List<Dropped<V>> dropped = new ArrayList<>();
        Iterator<Map.Entry<Fingerprint, Held<V>>> eldest = held.entrySet().iterator();
        // The order is that of use, so the first that was used since ends the search.
        while (held.firstEntry() != null && held.firstEntry().getValue().lastUse < moment) {
            dropped.add(takeOut(eldest));
        }
        return dropped;
    }

    private Dropped<V> takeOut(Iterator<Map.Entry<Fingerprint, Held<V>>> next) {
        Map.Entry<Fingerprint, Held<V>> entry = next.next();
        next.remove();
        weight -= entry.getValue().weight;
        return new Dropped<>(entry.getKey(), entry.getValue().value, entry.getValue().weight);
    }

    int size() {
        return held.size();
    }

    long weight() {
        return weight;
    }

    private static final class Held<V> {
        final V value;
        final long weight;
        long lastUse;

        Held(V value, long weight, long lastUse) {
            this.value = value;
            this.weight = weight;
            this.lastUse = lastUse;
        }
    }
}
