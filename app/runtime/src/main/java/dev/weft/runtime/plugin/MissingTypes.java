package dev.weft.runtime.plugin;

import dev.weft.graph.json.Excerpt;
import dev.weft.graph.validation.NodeProblem;
import dev.weft.graph.validation.Problem;
import java.util.List;

/// Tells of node types that are missing because their plugin is there and was not loaded: what helps then is something
/// else than to install it.
///
/// @param plugins what became of each plugin
public record MissingTypes(List<PluginStatus> plugins) {
    /// Takes a copy.
    public MissingTypes {
        plugins = List.copyOf(plugins);
    }

    /// One sentence for people: the problem's own, unless the state of a plugin explains it better.
    public String sentence(Problem problem) {
        return problem instanceof NodeProblem.UnknownType unknown && !unknown.pluginKnown()
                ? plugins.stream()
                        .filter(status -> status.plugin().equals(unknown.type().namespace()))
                        .findFirst()
                        .map(status -> "Node '" + Excerpt.plain(unknown.nodeId()) + "' is of the type '"
                                + unknown.type() + "', but " + reason(status) + ".")
                        .orElseGet(problem::message)
                : problem.message();
    }

    private static String reason(PluginStatus status) {
        String plugin = status.plugin();
        return switch (status) {
            case PluginStatus.Loaded _ -> "the plugin '" + plugin + "' does not have it; update that plugin";
            case PluginStatus.Rejected rejected
            when rejected.problem() instanceof PluginProblem.Untrusted untrusted ->
                "the plugin '" + plugin + "' "
                        + switch (untrusted.verdict()) {
                            case CHANGED -> "has changed since you allowed it";
                            case FORBIDDEN -> "was forbidden";
                            case ALLOWED, UNKNOWN -> "is there and not allowed";
                        }
                        + "; " + untrusted.fix();
            case PluginStatus.Rejected rejected -> rejected.message();
            case PluginStatus.Failed failed -> failed.message();
        };
    }
}
