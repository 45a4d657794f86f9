package dev.weft.nodes.api;

/// Takes the node types of one plugin.
public interface NodeRegistrar {
    /// Makes a node type known.
    ///
    /// @throws IllegalArgumentException if its namespace is not the plugin's id, or its id is taken
    void add(NodeType type);
}
