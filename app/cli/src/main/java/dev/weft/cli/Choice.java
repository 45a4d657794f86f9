package dev.weft.cli;

import dev.weft.graph.Node;
import dev.weft.graph.Workflow;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.validation.Validation;
import dev.weft.graph.validation.Validator;
import java.util.List;
import java.util.stream.Stream;

/// Which output nodes of a workflow are to be run.
///
/// @param only ids or titles of output nodes; empty for all
/// @param partly whether the others are run where some cannot be
record Choice(List<String> only, boolean partly) {
    /// All, or none if one of them cannot be.
    static final Choice ALL = new Choice(List.of(), false);

    /// Checks what is to be run of a workflow. A title means every node that has it.
    Validation validate(Workflow workflow, NodeCatalog types) {
        Validator validator = new Validator(types);
        if (only.isEmpty()) {
            return validator.validate(workflow);
        }
        return validator.validate(workflow, targets(workflow));
    }

    /// Ids of the chosen output nodes, as far as a workflow has them; none for all.
    List<String> targets(Workflow workflow) {
        return only.stream().flatMap(name -> ids(name, workflow)).toList();
    }

    private static Stream<String> ids(String name, Workflow workflow) {
        List<String> titled = workflow.nodes().stream()
                .filter(node -> node.title().equals(name))
                .map(Node::id)
                .toList();
        return workflow.node(name).isPresent() || titled.isEmpty() ? Stream.of(name) : titled.stream();
    }
}
