package dev.weft.runtime.plugin;

import dev.weft.graph.NodeTypeId;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import dev.weft.nodes.api.NodeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The node types that the loaded plugins brought: to check workflows against, and to run.
public final class NodeTypes implements NodeCatalog {
    /// Replaced as a whole when a plugin is unloaded, and never changed.
    private volatile SortedMap<NodeTypeId, NodeType> types;

    NodeTypes(Map<NodeTypeId, NodeType> types) {
        this.types = new TreeMap<>(types);
    }

    /// Exactly these node types, without a plugin host.
    ///
    /// @throws IllegalArgumentException if two have the same id
    public static NodeTypes of(NodeType... types) {
        Map<NodeTypeId, NodeType> byId = new HashMap<>();
        for (NodeType type : types) {
            if (byId.putIfAbsent(type.signature().id(), type) != null) {
                throw new IllegalArgumentException(
                        "two node types are called " + type.signature().id());
            }
        }
        return new NodeTypes(byId);
    }

    /// These node types and others.
    ///
    /// @throws IllegalArgumentException if two have the same id
    public NodeTypes with(List<NodeType> others) {
        if (others.isEmpty()) {
            return this;
        }
        Map<NodeTypeId, NodeType> all = new TreeMap<>(types);
        for (NodeType other : others) {
            if (all.putIfAbsent(other.signature().id(), other) != null) {
                throw new IllegalArgumentException(
                        "two node types are called " + other.signature().id());
            }
        }
        return new NodeTypes(all);
    }

    @Override
    public Optional<NodeSignature> find(NodeTypeId id) {
        return type(id).map(NodeType::signature);
    }

    @Override
    public List<NodeSignature> all() {
        return types.values().stream().map(NodeType::signature).toList();
    }

    /// The node type of this id with its function.
    public Optional<NodeType> type(NodeTypeId id) {
        return Optional.ofNullable(types.get(id));
    }

    /// Drops the node types of plugins that are unloaded.
    public void forget(Collection<String> plugins) {
        SortedMap<NodeTypeId, NodeType> left = new TreeMap<>(types);
        left.keySet().removeIf(id -> plugins.contains(id.namespace()));
        types = left;
    }
}
