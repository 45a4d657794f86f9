package dev.weft.editor.node;

import dev.weft.editor.node.field.Surroundings;
import dev.weft.editor.run.NodeRun;
import dev.weft.graph.Node;
import dev.weft.graph.types.NodeSignature;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All that a node's looks depend on, at one moment. Equal models look the same.
///
/// @param node the node of the graph that is shown
/// @param signature its node type; nothing if the plugin is missing
/// @param linkedInputs names of inputs and parameters at which a wire ends; of a missing type, all that are
/// known of
/// @param linkedOutputs names of outputs at which a wire begins; of a missing type, all that are known of
/// @param shapes what is known of ports before running, by name, as written beside them: `×4`, `4×16²`
/// @param problems sentences on what is wrong with the node, the gravest first
/// @param run what is known from the last run
/// @param surroundings what its fields and pictures show of the graph around it
public record NodeModel(
        Node node,
        Optional<NodeSignature> signature,
        Set<String> linkedInputs,
        Set<String> linkedOutputs,
        Map<String, String> shapes,
        List<String> problems,
        NodeRun run,
        Surroundings surroundings) {
    /// A node of whose surroundings nothing is known.
    public NodeModel(
            Node node,
            Optional<NodeSignature> signature,
            Set<String> linkedInputs,
            Set<String> linkedOutputs,
            Map<String, String> shapes,
            List<String> problems,
            NodeRun run) {
        this(node, signature, linkedInputs, linkedOutputs, shapes, problems, run, Surroundings.NONE);
    }

    /// Takes copies.
    public NodeModel {
        linkedInputs = Set.copyOf(linkedInputs);
        linkedOutputs = Set.copyOf(linkedOutputs);
        shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
        problems = List.copyOf(problems);
    }

    /// What people read on its head.
    public String title() {
        if (!node.title().isEmpty()) {
            return node.title();
        }
        return signature.map(NodeSignature::title).orElse(node.type().toString());
    }

    /// This node as one of another type, or of one whose plugin is missing.
    public NodeModel withSignature(Optional<NodeSignature> changed) {
        return new NodeModel(node, changed, linkedInputs, linkedOutputs, shapes, problems, run, surroundings);
    }

    /// This node with something else known from runs.
    public NodeModel withRun(NodeRun changed) {
        return new NodeModel(node, signature, linkedInputs, linkedOutputs, shapes, problems, changed, surroundings);
    }

    /// This node in other surroundings.
    public NodeModel withSurroundings(Surroundings changed) {
        return new NodeModel(node, signature, linkedInputs, linkedOutputs, shapes, problems, run, changed);
    }
}
