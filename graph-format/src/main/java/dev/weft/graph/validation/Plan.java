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
/// @param targets ids of the nodes for whose sake the plan is run, in its order: its terminal nodes, or those
/// of them that were chosen; the others are only needed by these
public record Plan(Workflow workflow, List<PlannedNode> nodes, List<String> targets) {
    /// Takes copies.
    public Plan {
        nodes = List.copyOf(nodes);
        targets = List.copyOf(targets);
    }
}
