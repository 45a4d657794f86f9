package dev.weft.runtime.plugin;

import dev.weft.graph.NodeTypeId;
import dev.weft.nodes.api.NodeRegistrar;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.api.ValueFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// Collects the node types and value formats of one plugin and keeps it within its namespace.
final class Registry implements NodeRegistrar {
    private final String plugin;
    private final ClassLoader loader;
    private final Map<NodeTypeId, NodeType> types = new LinkedHashMap<>();
    private final Map<Class<?>, ValueFormat<?>> formats = new LinkedHashMap<>();

    /// @param loader the plugin's
    Registry(String plugin, ClassLoader loader) {
        this.plugin = plugin;
        this.loader = loader;
    }

    @Override
    public void add(NodeType type) {
        HostedNodeType hosted = HostedNodeType.of(type, loader);
        NodeTypeId id = hosted.signature().id();
        if (!id.namespace().equals(plugin)) {
            throw new IllegalArgumentException(
                    "it declares the node type '" + id + "', which does not begin with '" + plugin + ":'");
        }
        if (types.putIfAbsent(id, hosted) != null) {
            throw new IllegalArgumentException("it declares the node type '" + id + "' twice");
        }
    }

    @Override
    public void add(ValueFormat<?> format) {
        if (formats.putIfAbsent(format.type(), format) != null) {
            throw new IllegalArgumentException(
                    "it declares a format for values of " + format.type().getName() + " twice");
        }
    }

    Map<NodeTypeId, NodeType> types() {
        return types;
    }

    Map<Class<?>, ValueFormat<?>> formats() {
        return formats;
    }
}
