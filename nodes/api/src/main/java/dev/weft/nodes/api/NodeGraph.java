package dev.weft.nodes.api;

import java.util.List;
import java.util.Optional;

/// The graph in which a node runs: the document's nodes that take part in the execution and those that expansions
/// have added. Nodes that make loops look here for what lies between the loop's two ends.
public interface NodeGraph {
    /// The node of this id. Its inputs come from [Source.Outside] and [Source.Given] only.
    Optional<GraphNode> node(String id);

    /// Ids of the nodes that take a value directly from this one, in no particular order.
    List<String> readers(String id);
}
