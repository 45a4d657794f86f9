package dev.weft.runtime.plugin;

import dev.weft.graph.NodeTypeId;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.api.Plugin;
import java.util.Map;

/// A plugin that works.
///
/// @param nodeTypes what it brought, in the order in which it did
record LoadedPlugin(String id, PluginClassLoader loader, Plugin entry, Map<NodeTypeId, NodeType> nodeTypes) {}
