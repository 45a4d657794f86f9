package dev.weft.graph;

import dev.weft.graph.json.JsonObject;
import dev.weft.graph.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A node type that was placed, with the values set on it.
///
/// @param id names the node in links; unique in a workflow that can run
/// @param type what was placed; nobody needs to know such a type
/// @param version of the node type when the node was placed or last brought up to date, from 1
/// @param title what people read on it, or empty for the node type's own title
/// @param position where it is drawn
/// @param parameters the values set on it, by name; what is not set has the node type's default
/// @param extra keys of the file that this version of Weft does not know
public record Node(
        String id,
        NodeTypeId type,
        int version,
        String title,
        Optional<Position> position,
        Map<String, JsonValue> parameters,
        JsonObject extra) {
    /// The keys that are not extra, in the order in which they are written.
    public static final List<String> KEYS = List.of("id", "type", "version", "title", "position", "parameters");

    /// Takes a copy of `parameters`, in its order.
    ///
    /// @throws IllegalArgumentException if `id` is empty, `version` is below 1 or `extra` holds a known key
    public Node {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a node needs an id");
        }
        if (version < 1) {
            throw new IllegalArgumentException("the version of a node type counts from 1, not " + version);
        }
        parameters = new JsonObject(parameters).members();
        WorkflowKeys.refuseKnown(extra, KEYS);
    }

    /// A node of which only the parameters are set.
    public static Node of(String id, NodeTypeId type, int version, Map<String, JsonValue> parameters) {
        return new Node(id, type, version, "", Optional.empty(), parameters, JsonObject.EMPTY);
    }

    /// This node with one parameter set.
    public Node withParameter(String name, JsonValue value) {
        JsonObject changed = new JsonObject(parameters).with(name, value);
        return new Node(id, type, version, title, position, changed.members(), extra);
    }

    /// This node elsewhere on the canvas.
    public Node withPosition(Position changed) {
        return new Node(id, type, version, title, Optional.of(changed), parameters, extra);
    }
}
