package dev.weft.runtime.execution;

import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.validation.PlannedNode;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import java.util.HashMap;
import java.util.Map;

/// Sorts what arrives over links into values of inputs and values of parameters.
final class LinkedParameters {
    private LinkedParameters() {}

    /// What a node is given to run with.
    ///
    /// @param arrived the value that each link brought, by name of the input or parameter; taken over
    /// @throws NodeException if a parameter does not take what arrived
    static NodeInputs inputs(PlannedNode node, Map<String, Object> arrived) throws NodeException {
        Map<String, Object> values = new HashMap<>(arrived);
        ParameterValues parameters = node.parameters();
        for (Parameter parameter : node.linkedParameters()) {
            Object value = values.remove(parameter.name());
            if (value != null) {
                try {
                    parameters = parameters.with(parameter, value);
                } catch (IllegalArgumentException e) {
                    throw NodeException.of(parameter.name(), e);
                }
            }
        }
        return new NodeInputs(values, parameters);
    }
}
