package dev.weft.graph.validation;

import dev.weft.graph.Node;
import dev.weft.graph.PortAddress;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A node that will run, with all that is known of it before.
///
/// @param node the node of the document
/// @param signature its node type
/// @param parameters the value of each parameter, defaults filled in
/// @param inputs the output that each linked input takes its value from, by the input's name, in the node
/// type's order
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

    /// The node's id.
    public String id() {
        return node.id();
    }
}
