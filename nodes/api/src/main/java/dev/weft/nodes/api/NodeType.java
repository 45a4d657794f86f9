package dev.weft.nodes.api;

import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.ParameterValues;
import java.util.Set;

/// A kind of node: its signature and the function that runs it.
///
/// One instance serves all nodes of the type and all executions, possibly at the same time, so it keeps no state of a
/// run. Values that it returns may be cached and given to several nodes: they are not changed afterwards.
public interface NodeType {
    /// The change marker of a node that runs in every execution, whatever ran before.
    String ALWAYS = "always";

    /// Ports, parameters and what is known before running. Always the same answer.
    NodeSignature signature();

    /// Runs one node. Where an input or a linked parameter that is not declared as a list gets one, this is called
    /// once for each item of the longest; shorter lists repeat their last item.
    ///
    /// @return [NodeOutputs], or an [Expansion]
    /// @throws NodeException if the node cannot do its work; its message is one sentence for the user
    /// @throws java.util.concurrent.CancellationException if the context's cancellation was asked for
    NodeResult execute(NodeInputs inputs, NodeContext context) throws NodeException;

    /// What the result depends on beside inputs and parameters, such as the time stamp and size of a file that a
    /// parameter names. Two runs with equal inputs, parameters and markers may share one cached result. Asked once
    /// for a node in an execution, before its inputs are worked out.
    ///
    /// @return [#ALWAYS] if no earlier result will do; an exception means the same
    default String changeMarker(ParameterValues parameters) {
        return "";
    }

    /// What nodes of this type mostly need. Always the same answer.
    default Load load() {
        return Load.COMPUTES;
    }

    /// Which of its lazy inputs a node needs, now that the others are known. Called again with more known, until it
    /// names nothing new; then the node runs. Where lists are mapped it is called for each item.
    ///
    /// Must depend on nothing but `known`.
    ///
    /// @param known the inputs that have their values
    /// @return names of lazy inputs; those without a link, and those already known, make no difference
    /// @throws NodeException if the node cannot do its work
    default Set<String> demand(NodeInputs known, NodeContext context) throws NodeException {
        return known.lacking();
    }
}
