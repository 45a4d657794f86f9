package dev.weft.runtime.plugin;

import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.ParameterValues;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeResult;
import dev.weft.nodes.api.NodeType;
import java.util.Set;

/// A plugin's node type as the rest of the runtime sees it: each call finds the plugin's class loader as the thread's
/// context, which libraries look for their services in. What is always the same was asked for once.
///
/// @param loader the plugin's
record HostedNodeType(NodeType type, NodeSignature signature, Load load, ClassLoader loader) implements NodeType {
    /// Asks a node type for what is always the same.
    static HostedNodeType of(NodeType type, ClassLoader loader) {
        return new HostedNodeType(type, type.signature(), type.load(), loader);
    }

    @Override
    public NodeResult execute(NodeInputs inputs, NodeContext context) throws NodeException {
        try (ContextLoader _ = ContextLoader.enter(loader)) {
            return type.execute(inputs, context);
        }
    }

    @Override
    public String changeMarker(ParameterValues parameters) {
        try (ContextLoader _ = ContextLoader.enter(loader)) {
            return type.changeMarker(parameters);
        }
    }

    @Override
    public Set<String> demand(NodeInputs known, NodeContext context) throws NodeException {
        try (ContextLoader _ = ContextLoader.enter(loader)) {
            return type.demand(known, context);
        }
    }
}
