package dev.weft.cli;

import dev.weft.graph.validation.Suggestions;
import dev.weft.runtime.plugin.PluginStatus;
import java.nio.file.Path;
import java.util.List;

/// Finds the plugin that somebody named by its id or its file.
///
/// @param plugins all that were found
record NamedPlugins(List<PluginStatus> plugins) {
    /// All plugins of this name; several files may hold plugins with one id.
    List<PluginStatus> find(String name) {
        List<PluginStatus> byId =
                plugins.stream().filter(plugin -> plugin.plugin().equals(name)).toList();
        if (!byId.isEmpty()) {
            return byId;
        }
        Path file = Path.of(name).toAbsolutePath().normalize();
        return plugins.stream()
                .filter(plugin -> plugin.origin().source().equals(file))
                .toList();
    }

    /// What to say where there is none.
    String unknown(String name) {
        List<String> ids = plugins.stream().map(PluginStatus::plugin).toList();
        return "there is no plugin '" + name + "'"
                + new Suggestions()
                        .nearest(name, ids)
                        .map(id -> "; did you mean '" + id + "'?")
                        .orElse("; 'weft plugins' lists those that there are");
    }
}
