package dev.weft.editor.document;

import dev.weft.graph.Node;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The inside of subgraphs in the form of workflows.
final class Scope {
    private Scope() {}

    /// As much of the path as there is.
    static List<String> existing(Workflow whole, List<String> path) {
        List<String> found = new ArrayList<>();
        List<Node> nodes = whole.nodes();
        for (String id : path) {
            Optional<Subgraph> next = inside(whole, nodes, id);
            if (next.isEmpty()) {
                break;
            }
            found.add(id);
            nodes = next.get().nodes();
        }
        return List.copyOf(found);
    }

    static Optional<Subgraph> subgraph(Workflow whole, List<String> path) {
        List<Node> nodes = whole.nodes();
        Optional<Subgraph> found = Optional.empty();
        for (String id : path) {
            found = inside(whole, nodes, id);
            if (found.isEmpty()) {
                return found;
            }
            nodes = found.get().nodes();
        }
        return found;
    }

    static Workflow enter(Workflow whole, List<String> path) {
        return subgraph(whole, path)
                .map(inner -> new Workflow(
                        inner.title(),
                        inner.nodes(),
                        inner.links(),
                        inner.groups(),
                        inner.notes(),
                        whole.subgraphs(),
                        inner.parameters(),
                        inner.view(),
                        inner.extra()))
                .orElse(whole);
    }

    /// The whole with the changed inside put back. The form of an inside is the list of its subgraph's
    /// parameters.
    static Workflow leave(Workflow whole, List<String> path, Workflow changed) {
        Optional<Subgraph> shown = subgraph(whole, path);
        if (shown.isEmpty()) {
            return changed;
        }
        String id = shown.get().id();
        List<Subgraph> subgraphs = changed.subgraphs().stream()
                .map(subgraph -> subgraph.id().equals(id) ? inside(subgraph, changed) : subgraph)
                .toList();
        return whole.withSubgraphs(subgraphs);
    }

    private static Subgraph inside(Subgraph old, Workflow changed) {
        return new Subgraph(
                old.id(),
                changed.title(),
                old.inputs(),
                old.outputs(),
                changed.form(),
                changed.nodes(),
                changed.links(),
                changed.groups(),
                changed.notes(),
                changed.view(),
                changed.extra());
    }

    private static Optional<Subgraph> inside(Workflow whole, List<Node> nodes, String id) {
        return nodes.stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .flatMap(node -> whole.subgraph(node.type()));
    }
}
