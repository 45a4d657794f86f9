package dev.weft.editor.canvas.model;

import dev.weft.editor.run.NodeRun;
import dev.weft.graph.types.NodeCatalog;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a drawing depends on besides the graph.
///
/// @param catalog the node types, those that stand for subgraphs among them
/// @param runs what is known from runs, by the node's id in the graph that is shown
/// @param problems sentences on what is wrong with a node, by its id in the graph that is shown
/// @param shapes what is known of a node's ports before running, by its id in the graph that is shown
public record Surroundings(
        NodeCatalog catalog,
        Function<String, NodeRun> runs,
        Function<String, List<String>> problems,
        Function<String, Map<String, String>> shapes) {}
