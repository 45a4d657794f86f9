package dev.weft.cli.progress;

import dev.weft.graph.validation.Plan;
import dev.weft.graph.validation.PlannedNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// What people call the nodes of a plan.
public final class NodeTitles {
    private final Map<String, String> titles = new LinkedHashMap<>();

    /// Takes each node's own title, or else its node type's.
    public NodeTitles(Plan plan) {
        for (PlannedNode node : plan.nodes()) {
            String own = node.node().title();
            titles.put(node.id(), own.isBlank() ? node.signature().title() : own);
        }
    }

    /// Whether this is a node of the plan, not one that another has turned into.
    boolean isPlanned(String node) {
        return titles.containsKey(node);
    }

    /// How many nodes there are.
    public int count() {
        return titles.size();
    }

    /// The title of a node, on one line.
    public String of(String node) {
        return titles.getOrDefault(node, node).replaceAll("\\s+", " ");
    }

    /// How wide the widest title is.
    public int width() {
        return titles.values().stream().mapToInt(String::length).max().orElse(0);
    }

    /// `node 'save' (Save image)`.
    public String described(String node) {
        return "node '" + node + "' (" + of(node) + ")";
    }
}
