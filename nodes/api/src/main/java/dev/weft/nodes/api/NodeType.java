package dev.weft.nodes.api;

import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.ParameterValues;

/// A kind of node: its signature and the function that runs it.
///
/// One instance serves all nodes of the type and all executions, possibly at the same time, so it keeps no state of a
/// run. Values that it returns may be cached and given to several nodes: they are not changed afterwards.
public interface NodeType {
    /// Ports, parameters and what is known before running. Always the same answer.
    NodeSignature signature();

    /// Runs one node.
    ///
    /// @throws NodeException if the node cannot do its work; its message is one sentence for the user
    /// @throws java.util.concurrent.CancellationException if the context's cancellation was asked for
    NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException;

    /// What the result depends on beside inputs and parameters, such as the time stamp and size of a file that a
    /// parameter names. Two runs with equal inputs, parameters and markers may share one cached result.
    default String changeMarker(ParameterValues parameters) {
        return "";
    }
}
