package dev.weft.runtime;

import dev.weft.models.backend.BackendSettings;
import dev.weft.nodes.api.Folders;
import dev.weft.runtime.execution.CacheBudget;
import dev.weft.runtime.plugin.PluginPath;

/// What a runtime is assembled from.
///
/// @param folders where files are read and written
/// @param backend where models run
/// @param cache how much memory results of earlier executions may keep
/// @param plugins where plugins are looked for
public record RuntimeSettings(Folders folders, BackendSettings backend, CacheBudget cache, PluginPath plugins) {}
