package dev.weft.runtime.plugin;

import dev.weft.graph.NodeTypeId;
import dev.weft.nodes.api.NodeRegistrar;
import dev.weft.nodes.api.NodeType;
import java.util.LinkedHashMap;
import java.util.Map;

/// Collects the node types of one plugin and keeps it within its namespace.
final class Registry implements NodeRegistrar {
    private final String plugin;
    private final Map<NodeTypeId, NodeType> types = new LinkedHashMap<>();

    Registry(String plugin) {
        this.plugin = plugin;
    }

    @Override
    public void add(NodeType type) {
        NodeTypeId id = type.signature().id();
        if (!id.namespace().equals(plugin)) {
            throw new IllegalArgumentException(
                    "it declares the node type '" + id + "', which does not begin with '" + plugin + ":'");
        }
        if (types.putIfAbsent(id, type) != null) {
            throw new IllegalArgumentException("it declares the node type '" + id + "' twice");
        }
    }

    Map<NodeTypeId, NodeType> types() {
        return types;
    }
}
