package dev.weft.runtime.plugin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The order in which plugins are loaded: what a plugin needs comes before it, and what it can do without as well
/// unless
/// that one waits for it in turn; otherwise the ids decide.
final class LoadingOrder {
    private final NavigableMap<String, FoundPlugin> open;
    private final Map<String, FoundPlugin> ordered = new LinkedHashMap<>();

    private LoadingOrder(NavigableMap<String, FoundPlugin> plugins) {
        this.open = new TreeMap<>(plugins);
    }

    /// @param plugins by id; whatever one of them needs is among them, and none needs itself
    static List<FoundPlugin> of(NavigableMap<String, FoundPlugin> plugins) {
        LoadingOrder order = new LoadingOrder(plugins);
        while (!order.open.isEmpty()) {
            FoundPlugin next = order.next();
            order.open.remove(next.id());
            order.ordered.put(next.id(), next);
        }
        return List.copyOf(order.ordered.values());
    }

    private FoundPlugin next() {
        return open.values().stream()
                .filter(plugin -> waitsForNone(plugin, true))
                .findFirst()
                .or(() -> open.values().stream()
                        .filter(plugin -> waitsForNone(plugin, false))
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException("plugins need each other: " + open.keySet()));
    }

    private boolean waitsForNone(FoundPlugin plugin, boolean optionalToo) {
        return plugin.manifest().depends().entrySet().stream()
                .filter(each -> optionalToo || !each.getValue().optional())
                .map(Map.Entry::getKey)
                .noneMatch(open::containsKey);
    }
}
