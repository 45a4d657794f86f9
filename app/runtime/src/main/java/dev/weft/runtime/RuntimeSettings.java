package dev.weft.runtime;

import dev.weft.models.backend.BackendSettings;
import dev.weft.nodes.api.Folders;
import dev.weft.runtime.cache.CacheSettings;
import dev.weft.runtime.plugin.PluginPath;

/// What a runtime is assembled from.
///
/// @param folders where files are read and written
/// @param backend where models run
/// @param cache how results of earlier executions are kept
/// @param plugins where plugins are looked for
public record RuntimeSettings(Folders folders, BackendSettings backend, CacheSettings cache, PluginPath plugins) {}
