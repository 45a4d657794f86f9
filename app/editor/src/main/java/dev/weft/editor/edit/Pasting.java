package dev.weft.editor.edit;

import dev.weft.editor.document.Edit;
import dev.weft.editor.document.Item;
import dev.weft.editor.text.Texts;
import dev.weft.graph.Group;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.Note;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import dev.weft.graph.types.NodeCatalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Point2D;

/// Puts copies into a graph: from the clipboard or of what is there. All nodes get ids of their own.
///
/// Edits are made for one graph: that which is shown when they are asked for.
public final class Pasting {
    private static final Texts TEXTS = Texts.of(Pasting.class);
    private static final double STEP = 24;

    private final Workflow graph;
    private final Optional<Subgraph> shown;
    private final NodeCatalog catalog;
    private final boolean wires;

    /// @param graph the graph that is shown
    /// @param shown the subgraph whose inside that is, if it is one
    /// @param catalog the node types that there are, with those that stand for subgraphs
    /// @param wires whether copies are also linked to what the originals were linked to, where that is in the
    /// graph
    /// and of the same type
    public Pasting(Workflow graph, Optional<Subgraph> shown, NodeCatalog catalog, boolean wires) {
        this.graph = graph;
        this.shown = shown;
        this.catalog = catalog;
        this.wires = wires;
    }

    /// Pastes a fragment where it came from, or a step to the lower right as long as a node stands just there.
    public Placement paste(Fragment fragment) {
        return beside("paste", fragment);
    }

    /// Pastes a fragment.
    ///
    /// @param corner where the upper left corner of all of it lies
    public Placement pasteAt(Fragment fragment, Point2D corner) {
        Point2D now = fragment.corner();
        return placement(TEXTS.get("paste"), fragment, corner.getX() - now.getX(), corner.getY() - now.getY());
    }

    /// Copies what is given a step to the lower right of it.
    public Placement duplicate(Collection<? extends Item> items) {
        return beside("duplicate", Fragment.of(graph, items));
    }

    /// Copies what is given so far away from it.
    public Placement duplicate(Collection<? extends Item> items, double dx, double dy) {
        return placement(TEXTS.get("duplicate"), Fragment.of(graph, items), dx, dy);
    }

    private Placement beside(String key, Fragment fragment) {
        Set<Point2D> taken = places(graph);
        double offset = 0;
        while (!Collections.disjoint(taken, places(Movement.moved(fragment.content(), offset, offset)))) {
            offset += STEP;
        }
        return placement(TEXTS.get(key), fragment, offset, offset);
    }

    private static Set<Point2D> places(Workflow graph) {
        return Stream.of(
                        graph.nodes().stream().map(Places::of),
                        graph.groups().stream().map(Group::bounds).map(Places::corner),
                        graph.notes().stream().map(Note::bounds).map(Places::corner))
                .flatMap(places -> places)
                .collect(Collectors.toSet());
    }

    private Placement placement(String name, Fragment fragment, double dx, double dy) {
        Workflow content = Movement.moved(fragment.content(), dx, dy);
        Definitions.Joined definitions = Definitions.join(graph, shown, content.subgraphs());
        Map<String, String> ids = new HashMap<>();
        Identifiers identifiers = Nodes.identifiers(graph);
        for (Node node : content.nodes()) {
            ids.put(node.id(), identifiers.next(node.id()));
        }
        List<Node> nodes = content.nodes().stream()
                .map(definitions::node)
                .map(node -> node.withId(ids.getOrDefault(node.id(), node.id())))
                .toList();
        List<Link> links = content.links().stream()
                .map(link -> new Link(port(link.from(), ids), port(link.to(), ids), link.reroutes(), link.extra()))
                .toList();
        Workflow added = Workflow.of(nodes, links)
                .withGroups(content.groups())
                .withNotes(content.notes())
                .withSubgraphs(definitions.added());
        List<Link> outer = wires ? outer(fragment, ids, together(graph, added)) : List.of();
        return new Placement(Edit.of(name, now -> Wires.with(together(now, added), outer)), items(added));
    }

    /// The wires from nodes that are in the graph already.
    private List<Link> outer(Fragment fragment, Map<String, String> ids, Workflow all) {
        Wiring wiring = new Wiring(all, catalog);
        List<Link> outer = new ArrayList<>();
        for (Fragment.Incoming wire : fragment.incoming()) {
            boolean there = graph.node(wire.from().node()).stream()
                    .anyMatch(node -> node.type().equals(wire.source()));
            if (there && ids.containsKey(wire.to().node())) {
                PortAddress end = port(wire.to(), ids);
                if (wiring.refusal(wire.from(), end).isEmpty()) {
                    outer.add(Link.of(wire.from(), end));
                }
            }
        }
        return outer;
    }

    private List<Item> items(Workflow added) {
        List<Item> items = new ArrayList<>();
        added.nodes().forEach(node -> items.add(new Item.OfNode(node.id())));
        IntStream.range(0, added.groups().size())
                .forEach(index -> items.add(new Item.OfGroup(graph.groups().size() + index)));
        IntStream.range(0, added.notes().size())
                .forEach(index -> items.add(new Item.OfNote(graph.notes().size() + index)));
        return items;
    }

    private static Workflow together(Workflow graph, Workflow added) {
        return graph.withNodes(joined(graph.nodes(), added.nodes()))
                .withLinks(joined(graph.links(), added.links()))
                .withGroups(joined(graph.groups(), added.groups()))
                .withNotes(joined(graph.notes(), added.notes()))
                .withSubgraphs(joined(graph.subgraphs(), added.subgraphs()));
    }

    private static PortAddress port(PortAddress port, Map<String, String> ids) {
        return new PortAddress(ids.getOrDefault(port.node(), port.node()), port.port());
    }

    private static <T> List<T> joined(List<T> there, List<T> more) {
        return Stream.concat(there.stream(), more.stream()).toList();
    }
}
