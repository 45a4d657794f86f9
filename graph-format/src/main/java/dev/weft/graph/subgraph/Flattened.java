package dev.weft.graph.subgraph;

import dev.weft.graph.PortAddress;
import dev.weft.graph.Workflow;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A workflow without anything that stands for something else: no subgraphs, and no muted or bypassed nodes.
///
/// @param workflow of the nodes that do their work; a node from inside a subgraph has the ids of the nodes that
/// stood
/// for it before its own, divided by `/`
/// @param silenced the node that is muted, or bypassed and gives nothing, by the input that was linked to it
/// @param circular ids of the nodes that stand for subgraphs that hold themselves
/// @param oversized ids of the nodes that stand for subgraphs that were not opened because the flat workflow
/// would
/// have more than [Flattening#MOST_NODES] nodes
public record Flattened(
        Workflow workflow, Map<PortAddress, String> silenced, List<String> circular, List<String> oversized) {
    /// Takes copies.
    public Flattened {
        silenced = Collections.unmodifiableMap(new LinkedHashMap<>(silenced));
        circular = List.copyOf(circular);
        oversized = List.copyOf(oversized);
    }
}
