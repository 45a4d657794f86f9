package dev.weft.cli.progress;

import dev.weft.graph.validation.Plan;
import dev.weft.graph.validation.PlannedNode;
import dev.weft.nodes.api.ExecutionEvent.NodeFailed;
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

    /// `node 'save' (Save image), 'image'`: where something failed. The port is left out where the message names it.
    public String described(NodeFailed failure) {
        return described(failure.node())
                + failure.port()
                        .filter(name -> !failure.message().contains("'" + name + "'"))
                        .map(name -> ", '" + name + "'")
                        .orElse("");
    }

    /// `node 'save' (Save image)`.
    public String described(String node) {
        return "node '" + node + "' (" + of(node) + ")";
    }
}
