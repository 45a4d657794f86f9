package dev.weft.graph;

import dev.weft.graph.json.JsonObject;
import java.util.List;
import java.util.Optional;

/// A graph that is drawn as one node wherever it is used: by each node of type `subgraph:ID`.
///
/// Among its nodes one of type `subgraph:inputs` has an output for each of its inputs, and one of type
/// `subgraph:outputs` an input for each of its outputs. It may hold nodes that stand for other subgraphs, but
/// not for
/// itself.
///
/// @param id lower-case letters, digits, `_`, `-` and `/`, beginning with a letter; unique in the workflow, and
/// neither
/// `inputs` nor `outputs`
/// @param title what people call it
/// @param inputs names of its inputs, in the order in which they are drawn
/// @param outputs names of its outputs, in the order in which they are drawn
/// @param parameters those of its nodes that are set from outside, in the order in which they are drawn
/// @param nodes in the order in which they were saved
/// @param links in the order in which they were saved
/// @param groups rectangles behind nodes
/// @param notes texts on the canvas
/// @param view what was last looked at in it
/// @param extra keys of the file that this version of Weft does not know
public record Subgraph(
        String id,
        String title,
        List<String> inputs,
        List<String> outputs,
        List<ExposedParameter> parameters,
        List<Node> nodes,
        List<Link> links,
        List<Group> groups,
        List<Note> notes,
        Optional<View> view,
        JsonObject extra) {
    /// The plugin name in the types of nodes that stand for a subgraph.
    public static final String NAMESPACE = "subgraph";

    /// The node inside that gives what arrives at the subgraph's inputs.
    public static final NodeTypeId INPUTS = NodeTypeId.parse(NAMESPACE + ":inputs");

    /// The node inside that takes what the subgraph's outputs give.
    public static final NodeTypeId OUTPUTS = NodeTypeId.parse(NAMESPACE + ":outputs");

    /// The keys that are not extra, in the order in which they are written.
    public static final List<String> KEYS =
            List.of("id", "title", "inputs", "outputs", "parameters", "nodes", "links", "groups", "notes", "view");

    /// Takes copies of the lists.
    ///
    /// @throws IllegalArgumentException if `id` is of another form, or `extra` holds a known key
    public Subgraph {
        checkedId(id);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        parameters = List.copyOf(parameters);
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        groups = List.copyOf(groups);
        notes = List.copyOf(notes);
        WorkflowKeys.refuseKnown(extra, KEYS);
    }

    /// An id as it is.
    ///
    /// @throws IllegalArgumentException if it is none that a subgraph can have
    public static String checkedId(String id) {
        NodeTypeId type;
        try {
            type = new NodeTypeId(NAMESPACE, id);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no id for a subgraph; write it in lower case, such as style_set", malformed);
        }
        if (type.equals(INPUTS) || type.equals(OUTPUTS)) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no id for a subgraph, as its ends are called so; choose another");
        }
        return id;
    }

    /// The type of the nodes that stand for this subgraph.
    public NodeTypeId type() {
        return NodeTypeId.parse(NAMESPACE + ":" + id);
    }
}
