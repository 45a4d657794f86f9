package dev.weft.runtime.plugin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds plugins that need themselves.
final class Circles {
    private Circles() {}

    /// The shortest way from a plugin over what it needs back to itself; it begins and ends with the plugin's id.
    static Optional<List<String>> through(String id, Map<String, FoundPlugin> plugins) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String at = open.remove();
            for (String needed : needed(at, plugins)) {
                if (needed.equals(id)) {
                    return Optional.of(path(id, at, cameFrom));
                }
                if (cameFrom.putIfAbsent(needed, at) == null) {
                    open.add(needed);
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> needed(String id, Map<String, FoundPlugin> plugins) {
        FoundPlugin plugin = plugins.get(id);
        return plugin == null
                ? List.of()
                : plugin.manifest().depends().entrySet().stream()
                        .filter(each -> !each.getValue().optional())
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private static List<String> path(String id, String last, Map<String, String> cameFrom) {
        Deque<String> path = new ArrayDeque<>(List.of(id));
        String at = last;
        while (!at.equals(id)) {
            path.addFirst(at);
            at = String.valueOf(cameFrom.get(at));
        }
        path.addFirst(id);
        return List.copyOf(path);
    }
}
