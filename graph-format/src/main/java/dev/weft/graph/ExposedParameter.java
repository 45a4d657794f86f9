package dev.weft.graph;

import dev.weft.graph.json.JsonObject;
import java.util.List;

/// A parameter of a node that is also set from outside: as a field of the workflow's form, or on the nodes that stand
/// for a subgraph.
///
/// @param name what people read beside it, and the parameter's name on a node that stands for a subgraph
/// @param node id of the node that has the parameter
/// @param parameter name of the parameter there
/// @param extra keys of the file that this version of Weft does not know
public record ExposedParameter(String name, String node, String parameter, JsonObject extra) {
    /// The keys that are not extra, in the order in which they are written.
    public static final List<String> KEYS = List.of("name", "node", "parameter");

    /// @throws IllegalArgumentException if `extra` holds a known key
    public ExposedParameter {
        WorkflowKeys.refuseKnown(extra, KEYS);
    }
}
