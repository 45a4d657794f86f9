package dev.weft.runtime.plugin;

import dev.weft.graph.NodeTypeId;
import dev.weft.nodes.api.ExecutionObserver;
import dev.weft.nodes.api.NodeRegistrar;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.api.ValueFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects the node types, value formats and observers of one plugin and keeps it within its namespace.
final class Registry implements NodeRegistrar {
    private static final String FIX = "update or remove it, and tell its author";

    private final String plugin;
    private final ClassLoader loader;
    private final Map<NodeTypeId, NodeType> types = new LinkedHashMap<>();
    private final Map<Class<?>, ValueFormat<?>> formats = new LinkedHashMap<>();
    private final List<ExecutionObserver> observers = new ArrayList<>();

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
            throw new EntryFault(
                    "it declares the node type '" + id + "', which does not begin with '" + plugin + ":'", FIX);
        }
        if (types.putIfAbsent(id, hosted) != null) {
            throw new EntryFault("it declares the node type '" + id + "' twice", FIX);
        }
    }

    @Override
    public void add(ValueFormat<?> format) {
        HostedFormat<?> hosted = HostedFormat.of(format, loader);
        if (formats.putIfAbsent(hosted.type(), hosted) != null) {
            throw new EntryFault(
                    "it declares a format for values of " + hosted.type().getName() + " twice", FIX);
        }
    }

    @Override
    public void observe(ExecutionObserver observer) {
        observers.add(observer);
    }

    List<ExecutionObserver> observers() {
        return List.copyOf(observers);
    }

    Map<NodeTypeId, NodeType> types() {
        return types;
    }

    Collection<ValueFormat<?>> formats() {
        return formats.values();
    }
}
