package dev.weft.graph.validation;

import java.util.Optional;

/// A reason why a workflow cannot run.
public sealed interface Problem permits NodeProblem, LinkProblem, ParameterProblem, WorkflowProblem, TargetProblem {
    /// One sentence for the user: what is wrong, where, and what to do.
    String message();

    /// Id of the node at fault, if it is one node.
    Optional<String> node();

    /// The input, output or parameter at fault, if it is one of them.
    Optional<String> port();
}
