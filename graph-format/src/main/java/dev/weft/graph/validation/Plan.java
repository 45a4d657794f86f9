package dev.weft.graph.validation;

import dev.weft.graph.Workflow;
import java.util.List;

/// A workflow that passed validation: what its terminal nodes need, and nothing else, in an order in which it
/// can run.
///
/// Every node comes after all nodes that it takes values from. Among nodes that could come next, the one that
/// comes first in the document does, so that equal documents have equal plans.
///
/// @param workflow the whole document
/// @param nodes the nodes to run
public record Plan(Workflow workflow, List<PlannedNode> nodes) {
    /// Takes a copy.
    public Plan {
        nodes = List.copyOf(nodes);
    }
}
