package dev.weft.runtime.plugin;

import dev.weft.graph.NodeTypeId;
import dev.weft.graph.types.NodeSignature;
import dev.weft.nodes.api.NodeRegistrar;
import dev.weft.nodes.api.NodeType;
import java.util.LinkedHashMap;
import java.util.Map;

/// Collects the node types of one plugin and keeps it within its namespace.
final class Registry implements NodeRegistrar {
    private final String plugin;
    private final ClassLoader loader;
    private final Map<NodeTypeId, NodeType> types = new LinkedHashMap<>();

    /// @param loader the plugin's
    Registry(String plugin, ClassLoader loader) {
        this.plugin = plugin;
        this.loader = loader;
    }

    @Override
    public void add(NodeType type) {
        NodeSignature signature = type.signature();
        NodeTypeId id = signature.id();
        if (!id.namespace().equals(plugin)) {
            throw new IllegalArgumentException(
                    "it declares the node type '" + id + "', which does not begin with '" + plugin + ":'");
        }
        if (types.putIfAbsent(id, new HostedNodeType(type, signature, loader)) != null) {
            throw new IllegalArgumentException("it declares the node type '" + id + "' twice");
        }
    }

    Map<NodeTypeId, NodeType> types() {
        return types;
    }
}
