package dev.weft.runtime.plugin;

import java.util.List;

/// What the plugin host has loaded.
///
/// @param nodeTypes the node types of all loaded plugins
/// @param statuses what became of each plugin, in loading order, those that were rejected at the end
public record Plugins(NodeTypes nodeTypes, List<PluginStatus> statuses) {
    /// Takes a copy.
    public Plugins {
        statuses = List.copyOf(statuses);
    }
}
