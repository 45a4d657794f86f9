package dev.weft.runtime.plugin;

import dev.weft.graph.NodeTypeId;
import java.util.List;

/// What became of one plugin. A plugin that could not be loaded says why in one sentence; the others are not affected.
public sealed interface PluginStatus {
    /// Which plugin.
    PluginOrigin origin();

    /// One sentence for people, without a full stop: what is wrong, and what to do.
    String message();

    /// The plugin's id; where even that could not be read, its file name.
    default String plugin() {
        return origin().name();
    }

    /// The plugin works.
    ///
    /// @param nodeTypes what it brought, by id
    record Loaded(PluginOrigin origin, List<NodeTypeId> nodeTypes) implements PluginStatus {
        /// Takes a copy of the node types.
        public Loaded {
            nodeTypes = List.copyOf(nodeTypes);
        }

        @Override
        public String message() {
            return "plugin '" + plugin() + "' " + origin.version().orElse("") + " brings " + nodeTypes.size()
                    + (nodeTypes.size() == 1 ? " node type" : " node types");
        }
    }

    /// None of the plugin's code was run: it is not trusted, its file or manifest is at fault, or what it needs is
    /// missing.
    record Rejected(PluginOrigin origin, PluginProblem problem) implements PluginStatus {
        @Override
        public String message() {
            return problem.message();
        }
    }

    /// The plugin was tried and failed.
    ///
    /// @param phase what it was doing
    record Failed(PluginOrigin origin, Phase phase, String message) implements PluginStatus {}

    /// The steps at which a plugin's own code is run, in their order.
    enum Phase {
        /// Its entry class is loaded.
        LOAD,
        /// Its entry is made.
        INJECT,
        /// Its entry declares node types.
        REGISTER
    }
}
