package dev.weft.runtime.plugin;

import dev.weft.graph.NodeTypeId;
import dev.weft.nodes.api.ExecutionObserver;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.api.Plugin;
import java.util.List;
import java.util.Map;

/// A plugin that works.
///
/// @param nodeTypes what it brought, in the order in which it did
/// @param observers who are to be told of executions
record LoadedPlugin(
        FoundPlugin found,
        PluginClassLoader loader,
        Plugin entry,
        Map<NodeTypeId, NodeType> nodeTypes,
        List<ExecutionObserver> observers) {
    String id() {
        return found.id();
    }
}
