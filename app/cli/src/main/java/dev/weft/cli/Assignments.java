package dev.weft.cli;

import dev.weft.graph.Node;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.validation.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Sets parameters of a workflow from the command line, before it is checked.
final class Assignments {
    private final NodeCatalog catalog;

    Assignments(NodeCatalog catalog) {
        this.catalog = catalog;
    }

    /// Applies each assignment to each workflow that has its node, in place of a link to the parameter. The
    /// workflows keep their order.
    ///
    /// @throws AssignmentException if an assignment fits none of them, or its value is not one that the
    ///     parameter takes
    List<Workflow> apply(List<Assignment> assignments, List<Workflow> workflows) throws AssignmentException {
        List<Workflow> changed = new ArrayList<>(workflows);
        for (Assignment assignment : assignments) {
            boolean fits = false;
            for (int i = 0; i < changed.size(); i++) {
                Optional<Node> node = node(assignment, changed.get(i));
                if (node.isPresent()) {
                    changed.set(
                            i,
                            changed.get(i)
                                    .withNode(set(assignment, node.get()))
                                    .withoutLinksTo(new PortAddress(node.get().id(), assignment.parameter())));
                    fits = true;
                }
            }
            if (!fits && !workflows.isEmpty()) {
                throw new AssignmentException(unknownNode(assignment, workflows));
            }
        }
        return changed;
    }

    private static Optional<Node> node(Assignment assignment, Workflow workflow) throws AssignmentException {
        Optional<Node> byId = workflow.node(assignment.node());
        if (byId.isPresent()) {
            return byId;
        }
        List<Node> titled = workflow.nodes().stream()
                .filter(node -> node.title().equals(assignment.node()))
                .toList();
        if (titled.size() > 1) {
            throw new AssignmentException(assignment + ": " + titled.size() + " nodes have this title; use an id: "
                    + String.join(", ", titled.stream().map(Node::id).toList()));
        }
        return titled.stream().findFirst();
    }

    private Node set(Assignment assignment, Node node) throws AssignmentException {
        Optional<NodeSignature> signature = catalog.find(node.type());
        if (signature.isEmpty()) {
            // Checking the workflow will say that nobody knows this node type.
            return node.withParameter(assignment.parameter(), new JsonString(assignment.value()));
        }
        Optional<Parameter> parameter = signature.get().parameter(assignment.parameter());
        if (parameter.isEmpty()) {
            throw new AssignmentException(unknownParameter(assignment, signature.get()));
        }
        Optional<JsonValue> value = WrittenValue.read(assignment.value(), parameter.get());
        if (value.isEmpty()) {
            throw new AssignmentException(assignment + ": '" + assignment.value() + "' does not fit; it takes "
                    + WrittenValue.taken(parameter.get()));
        }
        return node.withParameter(assignment.parameter(), value.get());
    }

    private static String unknownParameter(Assignment assignment, NodeSignature signature) {
        List<String> names =
                signature.parameters().stream().map(Parameter::name).toList();
        return assignment + ": " + signature.id() + " has no parameter '" + assignment.parameter() + "'"
                + didYouMean(assignment.parameter(), names)
                + (names.isEmpty() ? "; it has none" : "; it has " + String.join(", ", names));
    }

    private static String unknownNode(Assignment assignment, List<Workflow> workflows) {
        List<Node> nodes = workflows.stream()
                .flatMap(workflow -> workflow.nodes().stream())
                .toList();
        List<String> names = nodes.stream()
                .flatMap(node -> Stream.of(node.id(), node.title()))
                .filter(name -> !name.isEmpty())
                .toList();
        List<String> ids = nodes.stream().map(Node::id).distinct().toList();
        return assignment + ": no node has the id or title '" + assignment.node() + "'"
                + didYouMean(assignment.node(), names) + "; there are " + String.join(", ", ids);
    }

    private static String didYouMean(String typed, List<String> names) {
        return new Suggestions()
                .nearest(typed, names)
                .map(name -> " (did you mean '" + name + "'?)")
                .orElse("");
    }
}
