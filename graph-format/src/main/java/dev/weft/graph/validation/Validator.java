package dev.weft.graph.validation;

import dev.weft.graph.Workflow;
import dev.weft.graph.types.NodeCatalog;

/// Checks whether a workflow can run.
public final class Validator {
    private final NodeCatalog catalog;

    /// @param catalog the node types that there are
    public Validator(NodeCatalog catalog) {
        this.catalog = catalog;
    }

    /// Finds all problems of a workflow, or its plan.
    public Validation validate(Workflow workflow) {
        return new Check(workflow, catalog).run();
    }
}
