package dev.weft.graph.validation;

import dev.weft.graph.Node;
import dev.weft.graph.PortAddress;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A node that will run, with all that is known of it before.
///
/// @param node the node of the document
/// @param signature its node type
/// @param parameters the value of each parameter that is not linked, defaults filled in
/// @param inputs the output that each linked input and then each linked parameter takes its value from, by
/// name, in the node type's order; the links to a variadic input are named `name_1`, `name_2` and so on, and
/// stand by number
/// @param outputs kind and extent of each output, by name, in the node type's order
public record PlannedNode(
        Node node,
        NodeSignature signature,
        ParameterValues parameters,
        Map<String, PortAddress> inputs,
        Map<String, PortType> outputs) {
    /// Takes copies.
    public PlannedNode {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /// The parameters that are linked, in the node type's order.
    public List<Parameter> linkedParameters() {
        return signature.parameters().stream()
                .filter(parameter -> inputs.containsKey(parameter.name()))
                .toList();
    }

    /// The node's id.
    public String id() {
        return node.id();
    }
}
