package dev.weft.runtime.profile;

import dev.weft.nodes.api.ExecutionEvent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of the nodes of one execution, as its events tell. Used by one thread.
final class Fates {
    private final Map<String, Fate> byNode = new HashMap<>();
    private final Map<String, List<String>> grown = new LinkedHashMap<>();
    private final Map<String, String> shownAs = new HashMap<>();

    void note(ExecutionEvent event) {
        switch (event) {
            case ExecutionEvent.NodeCached cached -> byNode.put(cached.node(), Fate.CACHED);
            case ExecutionEvent.NodeFinished finished -> byNode.put(finished.node(), Fate.RAN);
            case ExecutionEvent.NodeFailed failed -> byNode.put(failed.node(), Fate.FAILED);
            case ExecutionEvent.NodeSkipped skipped -> byNode.put(skipped.node(), Fate.SKIPPED);
            case ExecutionEvent.NodeBlocked blocked -> byNode.put(blocked.node(), Fate.BLOCKED);
            case ExecutionEvent.NodeExpanded expanded -> {
                grown.put(expanded.node(), expanded.nodes());
                expanded.nodes().forEach(node -> shownAs.put(node, expanded.shown()));
            }
            default -> {}
        }
    }

    Fate of(String node) {
        return byNode.getOrDefault(node, Fate.STOPPED);
    }

    /// The nodes that a node has expanded to.
    List<String> grownFrom(String node) {
        return grown.getOrDefault(node, List.of());
    }

    Optional<String> shown(String node) {
        return Optional.ofNullable(shownAs.get(node));
    }
}
