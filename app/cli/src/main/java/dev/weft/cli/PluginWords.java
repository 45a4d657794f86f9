package dev.weft.cli;

import dev.weft.graph.NodeTypeId;
import dev.weft.runtime.plugin.PluginProblem;
import dev.weft.runtime.plugin.PluginStatus;
import dev.weft.runtime.plugin.PluginTrust.Verdict;
import java.util.List;
import java.util.Optional;

/// What `weft plugins` calls the states of plugins.
final class PluginWords {
    private PluginWords() {}

    /// One or two words, the same in the table and in JSON.
    static String state(PluginStatus status) {
        return switch (status) {
            case PluginStatus.Loaded _ -> "loaded";
            case PluginStatus.Failed _ -> "failed";
            case PluginStatus.Rejected rejected ->
                verdict(rejected).map(PluginWords::state).orElse("rejected");
        };
    }

    private static String state(Verdict verdict) {
        return switch (verdict) {
            case CHANGED -> "changed";
            case FORBIDDEN -> "forbidden";
            case UNKNOWN, ALLOWED -> "not allowed";
        };
    }

    /// Whether the plugin's file and manifest could be read, of one that was found and not loaded.
    static boolean isReadable(PluginStatus found) {
        return verdict(found).isPresent();
    }

    static boolean isForbidden(PluginStatus status) {
        return verdict(status).filter(Verdict.FORBIDDEN::equals).isPresent();
    }

    /// Why the plugin is not trusted, if that is why it was not loaded.
    private static Optional<Verdict> verdict(PluginStatus status) {
        return status instanceof PluginStatus.Rejected rejected
                        && rejected.problem() instanceof PluginProblem.Untrusted untrusted
                ? Optional.of(untrusted.verdict())
                : Optional.empty();
    }

    static List<NodeTypeId> nodeTypes(PluginStatus status) {
        return status instanceof PluginStatus.Loaded loaded ? loaded.nodeTypes() : List.of();
    }
}
