package dev.weft.runtime.plugin;

import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.ParameterValues;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;

/// A plugin's node type as the rest of the runtime sees it: each call finds the plugin's class loader as the thread's
/// context, which libraries look for their services in. Its signature was asked for once.
///
/// @param loader the plugin's
record HostedNodeType(NodeType type, NodeSignature signature, ClassLoader loader) implements NodeType {
    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return type.execute(inputs, context);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public String changeMarker(ParameterValues parameters) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return type.changeMarker(parameters);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
