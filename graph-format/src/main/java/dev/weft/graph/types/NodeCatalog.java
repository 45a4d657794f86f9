package dev.weft.graph.types;

import dev.weft.graph.NodeTypeId;
import java.util.List;
import java.util.Optional;

/// The node types that can be placed.
public interface NodeCatalog {
    /// The node type of this id.
    Optional<NodeSignature> find(NodeTypeId id);

    /// All node types, ordered by id.
    List<NodeSignature> all();
}
