package dev.weft.runtime.profile;

import dev.weft.graph.validation.Plan;
import dev.weft.nodes.api.Outcome;
import java.time.Duration;
import java.util.List;

/// The time that one execution took. Nodes run side by side, so those of its nodes may be more than the whole.
///
/// @param plan what was run
/// @param outcome how it ended
/// @param whole how long it took
/// @param nodes of each node, in plan order, and after it of those that it expanded to
/// @param elsewhere what models took meanwhile in threads that run no node, such as models opened before a node
/// needs them
public record ExecutionTimes(
        Plan plan, Outcome outcome, Duration whole, List<NodeTimes> nodes, List<ModelTimes> elsewhere) {
    /// Takes copies.
    public ExecutionTimes {
        nodes = List.copyOf(nodes);
        elsewhere = List.copyOf(elsewhere);
    }
}
