package dev.weft.nodes.api.record;

import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;

/// A component of the record of inputs: how its value is got.
sealed interface DeclaredInput permits DeclaredPort, DeclaredParameter {
    /// Unique among inputs and parameters.
    String name();

    /// The component's value for one run.
    Object read(NodeInputs inputs) throws NodeException;
}
