package dev.weft.editor.edit;

import dev.weft.editor.document.Edit;
import dev.weft.editor.document.Item;
import dev.weft.editor.text.Texts;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Position;
import dev.weft.graph.Workflow;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.PortKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Edits that put new nodes into a graph.
public final class Nodes {
    private static final Texts TEXTS = Texts.of(Nodes.class);

    private Nodes() {}

    /// Adds a node with the values that its type begins with.
    ///
    /// @param corner where its upper left corner lies
    public static Placement add(Workflow graph, NodeSignature type, Position corner) {
        return placement(node(graph, type, corner), type, List.of());
    }

    /// Adds a node whose first fitting input takes what an output gives.
    public static Placement addAfter(
            Workflow graph, NodeCatalog catalog, NodeSignature type, Position corner, PortAddress output) {
        Node node = node(graph, type, corner);
        PortKind given = new Wiring(graph, catalog).outputKind(output).orElse(PortKind.ANY);
        List<Link> links = Fitting.input(type, given)
                .map(input -> Link.of(output, new PortAddress(node.id(), input)))
                .map(List::of)
                .orElse(List.of());
        return placement(node, type, links);
    }

    /// Adds a node whose first fitting output is linked to an input or parameter, in place of what was linked
    /// there.
    public static Placement addBefore(
            Workflow graph, NodeCatalog catalog, NodeSignature type, Position corner, PortAddress input) {
        Node node = node(graph, type, corner);
        Wiring wiring = new Wiring(graph, catalog);
        List<PortKind> wanted = wiring.type(input.node())
                .map(target -> Wiring.wanted(target, input.port()))
                .filter(kinds -> !kinds.isEmpty())
                .orElse(List.of(PortKind.ANY));
        List<Link> links = Fitting.output(type, wanted)
                .map(output -> Link.of(new PortAddress(node.id(), output), wiring.end(input)))
                .map(List::of)
                .orElse(List.of());
        return placement(node, type, links);
    }

    /// Adds a node into a wire; if it does not fit there, beside it.
    public static Placement addInto(
            Workflow graph, NodeCatalog catalog, NodeSignature type, Position corner, Link wire) {
        Node node = node(graph, type, corner);
        Optional<List<Link>> links = Wires.through(new Wiring(graph, catalog), node.id(), type, Set.of(), wire);
        return placement(node, type, links.orElse(List.of()));
    }

    /// The name of a new node of a type: the last part of the type's, with a number if that is taken.
    static String freshId(Workflow graph, NodeSignature type) {
        String path = type.id().path();
        return identifiers(graph).next(path.substring(path.lastIndexOf('/') + 1));
    }

    static Identifiers identifiers(Workflow graph) {
        return new Identifiers(graph.nodes().stream().map(Node::id).toList());
    }

    private static Node node(Workflow graph, NodeSignature type, Position corner) {
        return Node.of(freshId(graph, type), type.id(), type.version(), Map.of())
                .withPosition(corner);
    }

    private static Placement placement(Node node, NodeSignature type, List<Link> links) {
        Edit edit = Edit.of(TEXTS.get("add_node", type.title()), graph -> {
            List<Node> nodes = new ArrayList<>(graph.nodes());
            nodes.add(node);
            return Wires.with(graph.withNodes(nodes), links);
        });
        return new Placement(edit, List.of(new Item.OfNode(node.id())));
    }
}
