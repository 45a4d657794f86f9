package dev.weft.runtime.execution;

import dev.weft.nodes.api.Expansion;
import dev.weft.nodes.api.GraphNode;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeGraph;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeResult;
import dev.weft.nodes.api.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The end of a loop of the kind in which the loop's body stands in the document, between an `open` and a `close`: each
/// further round is a copy of what lies between them.
final class LoopByCopies {
    private LoopByCopies() {}

    static NodeResult close(NodeInputs inputs, NodeContext context) throws NodeException {
        long rounds = inputs.parameters().whole("rounds");
        if (rounds == 1) {
            return Stub.value(inputs.value("a", Long.class));
        }
        NodeGraph graph = context.graph();
        Set<String> body = new HashSet<>();
        gather(context.node(), graph, body);
        List<GraphNode> copies = new ArrayList<>();
        for (String id : body) {
            GraphNode original = graph.node(id).orElseThrow();
            if (original.type().path().equals("open")) {
                copies.add(new GraphNode(id, original.type(), Map.of(), Map.of("a", new Source.Input("a"))));
                continue;
            }
            Map<String, Source> links = new HashMap<>();
            original.inputs()
                    .forEach((name, source) -> links.put(
                            name,
                            source instanceof Source.Outside(String node, String port) && body.contains(node)
                                    ? new Source.Inner(node, port)
                                    : source));
            GraphNode copy = new GraphNode(id, original.type(), original.parameters(), links);
            copies.add(id.equals(context.node()) ? copy.set("rounds", rounds - 1) : copy);
        }
        return new Expansion(copies, Map.of("value", new Source.Inner(context.node(), "value")));
    }

    /// Adds a node and all that lies between it and the loop's beginning; true if it lies there.
    private static boolean gather(String id, NodeGraph graph, Set<String> body) {
        GraphNode node = graph.node(id).orElseThrow();
        boolean within = node.type().path().equals("open");
        if (!within) {
            for (Source source : node.inputs().values()) {
                if (source instanceof Source.Outside outside) {
                    within |= gather(outside.node(), graph, body);
                }
            }
        }
        if (within) {
            body.add(id);
        }
        return within;
    }
}
