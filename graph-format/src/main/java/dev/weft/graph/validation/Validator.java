package dev.weft.graph.validation;

import dev.weft.graph.Workflow;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.PortType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks whether a workflow can run.
public final class Validator {
    private final NodeCatalog catalog;

    /// @param catalog the node types that there are
    public Validator(NodeCatalog catalog) {
        this.catalog = catalog;
    }

    /// Finds all problems of a workflow, or its plan.
    public Validation validate(Workflow workflow) {
        return new Check(workflow, catalog).run(Optional.empty());
    }

    /// Finds all problems that keep the chosen output nodes from running, or the plan of what these need.
    /// Problems elsewhere in the workflow do not matter.
    ///
    /// @param targets ids of output nodes; that one is none, or there is none, is a problem
    public Validation validate(Workflow workflow, List<String> targets) {
        return new Check(workflow, catalog).run(Optional.of(new Choice(List.copyOf(targets), false)));
    }

    /// Finds all problems that keep the chosen nodes from running, or the plan of what these need. Unlike with
    /// [#validate(Workflow, List)] they need not be output nodes: their results are worked out and kept.
    ///
    /// @param targets ids of nodes; that there is none is a problem
    public Validation validateUpTo(Workflow workflow, List<String> targets) {
        return new Check(workflow, catalog).run(Optional.of(new Choice(List.copyOf(targets), true)));
    }

    /// What is known before running of every output in a workflow, whether or not it can run: of nodes that
    /// lack an
    /// input and of those after them only the kinds.
    ///
    /// @return by node id, then by output; nodes of unknown types have none
    public Map<String, Map<String, PortType>> outputs(Workflow workflow) {
        return new Check(workflow, catalog).outputs();
    }
}
