package dev.weft.graph;

import dev.weft.graph.json.JsonNull;
import dev.weft.graph.json.JsonObject;
import dev.weft.graph.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
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
/// @param mode whether it takes part in runs
/// @param look how the editor draws it
/// @param parameters the values set on it, by name; what is not set has the node type's default
/// @param seedChanges what happens to seeds after each run that was asked for in the editor, by the parameter's
/// name;
/// those that are not named stay
/// @param extra keys of the file that this version of Weft does not know
public record Node(
        String id,
        NodeTypeId type,
        int version,
        String title,
        Optional<Position> position,
        Mode mode,
        Look look,
        Map<String, JsonValue> parameters,
        Map<String, SeedChange> seedChanges,
        JsonObject extra) {
    /// The keys that are not extra, in the order in which they are written.
    public static final List<String> KEYS =
            List.of("id", "type", "version", "title", "position", "mode", "look", "parameters", "seed_changes");

    /// Takes a copy of `parameters`, in its order.
    ///
    /// @throws IllegalArgumentException if `id` is empty, `version` is below 1, a name holds half a character
    /// or `extra`
    /// holds a known key
    public Node {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a node needs an id");
        }
        if (version < 1) {
            throw new IllegalArgumentException("the version of a node type counts from 1, not " + version);
        }
        parameters = new JsonObject(parameters).members();
        seedChanges.keySet().forEach(name -> JsonObject.EMPTY.with(name, JsonNull.NULL));
        seedChanges = Collections.unmodifiableMap(new LinkedHashMap<>(seedChanges));
        WorkflowKeys.refuseKnown(extra, KEYS);
    }

    /// A node of which only the parameters are set.
    public static Node of(String id, NodeTypeId type, int version, Map<String, JsonValue> parameters) {
        return new Node(
                id,
                type,
                version,
                "",
                Optional.empty(),
                Mode.ACTIVE,
                Look.USUAL,
                parameters,
                Map.of(),
                JsonObject.EMPTY);
    }

    /// This node under another id.
    public Node withId(String changed) {
        return new Node(changed, type, version, title, position, mode, look, parameters, seedChanges, extra);
    }

    /// This node with another title.
    public Node withTitle(String changed) {
        return new Node(id, type, version, changed, position, mode, look, parameters, seedChanges, extra);
    }

    /// This node elsewhere on the canvas.
    public Node withPosition(Position changed) {
        return new Node(id, type, version, title, Optional.of(changed), mode, look, parameters, seedChanges, extra);
    }

    /// This node taking part in runs in another way.
    public Node withMode(Mode changed) {
        return new Node(id, type, version, title, position, changed, look, parameters, seedChanges, extra);
    }

    /// This node drawn in another way.
    public Node withLook(Look changed) {
        return new Node(id, type, version, title, position, mode, changed, parameters, seedChanges, extra);
    }

    /// This node with one parameter set.
    public Node withParameter(String name, JsonValue value) {
        return withParameters(new JsonObject(parameters).with(name, value).members());
    }

    /// This node with these parameters set, and no others.
    public Node withParameters(Map<String, JsonValue> changed) {
        return new Node(id, type, version, title, position, mode, look, changed, seedChanges, extra);
    }

    /// This node with other changes of seeds after a run.
    public Node withSeedChanges(Map<String, SeedChange> changed) {
        return new Node(id, type, version, title, position, mode, look, parameters, changed, extra);
    }
}
