package dev.weft.editor.edit;

import dev.weft.editor.document.Edit;
import dev.weft.editor.document.Item;
import dev.weft.editor.text.Texts;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.Position;
import dev.weft.graph.Workflow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Moves things about the canvas.
public final class Movement {
    private static final Texts TEXTS = Texts.of(Movement.class);

    private record MoveKey(Set<Item> items) {}

    private Movement() {}

    /// Moves what is given; a group takes all that it holds. Pinned nodes stay. A wire's points move along
    /// where both
    /// of its ends do. Moves of the same items that follow one another are undone together, until the document
    /// is
    /// sealed.
    public static Edit by(Workflow graph, Collection<? extends Item> items, NodeSizes sizes, double dx, double dy) {
        Set<Item> moving = carried(graph, items, sizes);
        return Edit.merging(name(items), new MoveKey(Set.copyOf(items)), now -> moved(now, moving, dx, dy));
    }

    /// What moves when these are moved: they themselves but for pinned nodes, what the groups among them hold,
    /// and the
    /// points of wires between.
    public static Set<Item> carried(Workflow graph, Collection<? extends Item> items, NodeSizes sizes) {
        Set<Item> all = new LinkedHashSet<>(items);
        for (Item item : items) {
            if (item instanceof Item.OfGroup group
                    && group.index() < graph.groups().size()) {
                all.addAll(held(graph, group.index(), sizes));
            }
        }
        Set<String> pinned = graph.nodes().stream()
                .filter(node -> node.look().pinned())
                .map(Node::id)
                .collect(Collectors.toSet());
        all.removeIf(item -> item instanceof Item.OfNode node && pinned.contains(node.id()));
        for (Link link : graph.links()) {
            if (!link.reroutes().isEmpty()
                    && all.contains(new Item.OfNode(link.from().node()))
                    && all.contains(new Item.OfNode(link.to().node()))) {
                IntStream.range(0, link.reroutes().size())
                        .mapToObj(index -> new Item.OfReroute(link.from(), link.to(), index))
                        .forEach(all::add);
            }
        }
        all.removeIf(Item.OfLink.class::isInstance);
        return all;
    }

    /// What a group holds: nodes whose middle lies in it, notes, other groups and points of wires that lie in
    /// it
    /// wholly.
    public static Set<Item> held(Workflow graph, int group, NodeSizes sizes) {
        Rectangle2D bounds = Places.of(graph.groups().get(group).bounds());
        Set<Item> held = new LinkedHashSet<>();
        for (Node node : graph.nodes()) {
            Rectangle2D place = Places.of(node, sizes);
            Point2D middle =
                    new Point2D((place.getMinX() + place.getMaxX()) / 2, (place.getMinY() + place.getMaxY()) / 2);
            if (bounds.contains(middle)) {
                held.add(new Item.OfNode(node.id()));
            }
        }
        for (int i = 0; i < graph.notes().size(); i++) {
            if (bounds.contains(Places.of(graph.notes().get(i).bounds()))) {
                held.add(new Item.OfNote(i));
            }
        }
        for (int i = 0; i < graph.groups().size(); i++) {
            Rectangle2D other = Places.of(graph.groups().get(i).bounds());
            if (i != group && bounds.contains(other) && !bounds.equals(other)) {
                held.add(new Item.OfGroup(i));
            }
        }
        for (Link link : graph.links()) {
            for (int i = 0; i < link.reroutes().size(); i++) {
                if (bounds.contains(Places.of(link.reroutes().get(i)))) {
                    held.add(new Item.OfReroute(link.from(), link.to(), i));
                }
            }
        }
        return held;
    }

    private static String name(Collection<? extends Item> items) {
        if (items.size() != 1) {
            return TEXTS.get("move", items.size());
        }
        return TEXTS.get(
                switch (items.iterator().next()) {
                    case Item.OfNode ignored -> "move_node";
                    case Item.OfLink ignored -> "move_reroute";
                    case Item.OfReroute ignored -> "move_reroute";
                    case Item.OfGroup ignored -> "move_group";
                    case Item.OfNote ignored -> "move_note";
                });
    }

    /// Everything of a graph elsewhere, pinned or not.
    static Workflow moved(Workflow graph, double dx, double dy) {
        return graph.withNodes(graph.nodes().stream()
                        .map(node -> Places.moved(node, dx, dy))
                        .toList())
                .withLinks(graph.links().stream()
                        .map(link -> link.withReroutes(link.reroutes().stream()
                                .map(point -> Places.moved(point, dx, dy))
                                .toList()))
                        .toList())
                .withGroups(graph.groups().stream()
                        .map(group -> group.withBounds(Places.moved(group.bounds(), dx, dy)))
                        .toList())
                .withNotes(graph.notes().stream()
                        .map(note -> note.withBounds(Places.moved(note.bounds(), dx, dy)))
                        .toList());
    }

    static Workflow moved(Workflow graph, Set<Item> items, double dx, double dy) {
        return graph.withNodes(graph.nodes().stream()
                        .map(node -> items.contains(new Item.OfNode(node.id())) ? Places.moved(node, dx, dy) : node)
                        .toList())
                .withLinks(graph.links().stream()
                        .map(link -> moved(link, items, dx, dy))
                        .toList())
                .withGroups(IntStream.range(0, graph.groups().size())
                        .mapToObj(index -> items.contains(new Item.OfGroup(index))
                                ? graph.groups()
                                        .get(index)
                                        .withBounds(Places.moved(
                                                graph.groups().get(index).bounds(), dx, dy))
                                : graph.groups().get(index))
                        .toList())
                .withNotes(IntStream.range(0, graph.notes().size())
                        .mapToObj(index -> items.contains(new Item.OfNote(index))
                                ? graph.notes()
                                        .get(index)
                                        .withBounds(Places.moved(
                                                graph.notes().get(index).bounds(), dx, dy))
                                : graph.notes().get(index))
                        .toList());
    }

    private static Link moved(Link link, Set<Item> items, double dx, double dy) {
        if (link.reroutes().isEmpty()) {
            return link;
        }
        boolean changed = false;
        List<Position> points = new ArrayList<>(link.reroutes());
        for (int i = 0; i < points.size(); i++) {
            if (items.contains(new Item.OfReroute(link.from(), link.to(), i))) {
                points.set(i, Places.moved(points.get(i), dx, dy));
                changed = true;
            }
        }
        return changed ? link.withReroutes(points) : link;
    }
}
