package dev.weft.nodes.api;

import java.util.List;
import java.util.Map;

/// More nodes in place of values: the node is done when those of them are that its outputs need.
///
/// The added nodes are cached, fail, expand and are shown like others; terminal ones run even if no output needs
/// them. Loops are written so: a node expands to the loop's body and to itself with a smaller count.
///
/// ```java
/// return new Expansion(
///         List.of(GraphNode.of("double", "mine:add")
///                 .link("a", new Source.Input("value"))
///                 .link("b", new Source.Input("value"))),
///         Map.of("value", new Source.Inner("double", "value")));
/// ```
///
/// @param nodes the nodes to add, in any order
/// @param outputs where the value of each of the expanding node's outputs comes from, by port name
public record Expansion(List<GraphNode> nodes, Map<String, Source> outputs) implements NodeResult {
    /// Takes copies.
    public Expansion {
        nodes = List.copyOf(nodes);
        outputs = Map.copyOf(outputs);
    }
}
