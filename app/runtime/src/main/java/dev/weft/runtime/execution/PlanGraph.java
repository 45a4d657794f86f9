package dev.weft.runtime.execution;

import dev.weft.graph.PortAddress;
import dev.weft.graph.validation.Plan;
import dev.weft.graph.validation.PlannedNode;
import dev.weft.nodes.api.GraphNode;
import dev.weft.nodes.api.NodeGraph;
import dev.weft.nodes.api.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A plan as its running nodes see it.
record PlanGraph(Plan plan) implements NodeGraph {
    @Override
    public Optional<GraphNode> node(String id) {
        return plan.nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .map(PlanGraph::seen);
    }

    @Override
    public List<String> readers(String id) {
        return plan.nodes().stream()
                .filter(node ->
                        node.inputs().values().stream().map(PortAddress::node).anyMatch(id::equals))
                .map(PlannedNode::id)
                .toList();
    }

    private static GraphNode seen(PlannedNode node) {
        Map<String, Source> inputs = new HashMap<>();
        node.inputs().forEach((port, from) -> inputs.put(port, new Source.Outside(from.node(), from.port())));
        return new GraphNode(node.id(), node.signature().id(), node.parameters().asMap(), inputs);
    }
}
