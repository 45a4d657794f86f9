package dev.weft.nodes.api;

import dev.weft.graph.NodeTypeId;
import java.util.LinkedHashMap;
import java.util.Map;

/// A node of a running graph: one of the document, or one that an [Expansion] adds.
///
/// @param id unique in its graph, or within its expansion
/// @param type its node type
/// @param parameters the values that are set: [Long] for whole numbers and seeds, [Double], [Boolean], or [String];
/// the others have their defaults
/// @param inputs where each linked input and linked parameter takes its value from, by name
public record GraphNode(String id, NodeTypeId type, Map<String, Object> parameters, Map<String, Source> inputs) {
    /// Takes copies.
    public GraphNode {
        parameters = Map.copyOf(parameters);
        inputs = Map.copyOf(inputs);
    }

    /// A node without links and with all parameters at their defaults.
    ///
    /// @param type see [NodeTypeId#parse(String)]
    public static GraphNode of(String id, String type) {
        return new GraphNode(id, NodeTypeId.parse(type), Map.of(), Map.of());
    }

    /// This node with a parameter set.
    public GraphNode set(String parameter, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new GraphNode(id, type, more, inputs);
    }

    /// This node with an input or parameter linked.
    public GraphNode link(String port, Source source) {
        Map<String, Source> more = new LinkedHashMap<>(inputs);
        more.put(port, source);
        return new GraphNode(id, type, parameters, more);
    }
}
