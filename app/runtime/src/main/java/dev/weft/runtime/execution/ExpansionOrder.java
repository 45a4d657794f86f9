package dev.weft.runtime.execution;

import dev.weft.nodes.api.Expansion;
import dev.weft.nodes.api.GraphNode;
import dev.weft.nodes.api.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;

/// The order in which the nodes of an expansion can be made: each after those that it takes values from.
final class ExpansionOrder {
    private final Map<String, GraphNode> open = new LinkedHashMap<>();
    private final List<GraphNode> ordered = new ArrayList<>();

    /// @param expansion one whose nodes have different ids
    ExpansionOrder(Expansion expansion) {
        expansion.nodes().forEach(node -> open.put(node.id(), node));
        Map<String, Integer> missing = new HashMap<>();
        Map<String, List<GraphNode>> readers = new HashMap<>();
        Deque<GraphNode> free = new ArrayDeque<>();
        for (GraphNode node : expansion.nodes()) {
            List<String> sources = sources(node);
            missing.put(node.id(), sources.size());
            sources.forEach(source -> readers.computeIfAbsent(source, ignored -> new ArrayList<>())
                    .add(node));
            if (sources.isEmpty()) {
                free.add(node);
            }
        }
        while (!free.isEmpty()) {
            GraphNode node = free.remove();
            ordered.add(node);
            open.remove(node.id());
            for (GraphNode reader : readers.getOrDefault(node.id(), List.of())) {
                if (missing.merge(reader.id(), -1, Integer::sum) == 0) {
                    free.add(reader);
                }
            }
        }
    }

    /// The nodes in order, without those that wait for one another and those after them.
    List<GraphNode> ordered() {
        return ordered;
    }

    /// Nodes that wait for one another, as `a → b → a`; empty if there are none.
    String circle() {
        if (open.isEmpty()) {
            return "";
        }
        SequencedSet<String> path = new LinkedHashSet<>();
        String id = open.keySet().iterator().next();
        while (path.add(id)) {
            id = sources(Objects.requireNonNull(open.get(id))).stream()
                    .findFirst()
                    .orElseThrow();
        }
        List<String> circle = new ArrayList<>(path);
        circle.subList(0, circle.indexOf(id)).clear();
        circle.add(id);
        return String.join(" → ", circle);
    }

    private List<String> sources(GraphNode node) {
        return node.inputs().values().stream()
                .filter(Source.Inner.class::isInstance)
                .map(source -> ((Source.Inner) source).node())
                .filter(open::containsKey)
                .toList();
    }
}
