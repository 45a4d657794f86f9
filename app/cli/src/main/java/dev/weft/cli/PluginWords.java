package dev.weft.cli;

import dev.weft.graph.NodeTypeId;
import dev.weft.runtime.plugin.PluginOrigin;
import dev.weft.runtime.plugin.PluginProblem;
import dev.weft.runtime.plugin.PluginStatus;
import dev.weft.runtime.plugin.PluginTrust.Verdict;
import java.nio.file.Path;
import java.util.List;

/// What `weft plugins` calls the states of plugins.
final class PluginWords {
    private PluginWords() {}

    /// One or two words, the same in the table and in JSON.
    static String state(PluginStatus status) {
        return switch (status) {
            case PluginStatus.Loaded _ -> "loaded";
            case PluginStatus.Failed _ -> "failed";
            case PluginStatus.Rejected(PluginOrigin _, PluginProblem.Untrusted(String _, Path _, Verdict verdict)) ->
                switch (verdict) {
                    case CHANGED -> "changed";
                    case FORBIDDEN -> "forbidden";
                    case UNKNOWN, ALLOWED -> "not allowed";
                };
            case PluginStatus.Rejected _ -> "rejected";
        };
    }

    /// Whether the plugin's file and manifest could be read, of one that was found and not loaded.
    static boolean isReadable(PluginStatus found) {
        return found instanceof PluginStatus.Rejected(PluginOrigin _, PluginProblem.Untrusted _);
    }

    static List<NodeTypeId> nodeTypes(PluginStatus status) {
        return status instanceof PluginStatus.Loaded loaded ? loaded.nodeTypes() : List.of();
    }
}
