package dev.weft.editor.edit;

import dev.weft.editor.document.Edit;
import dev.weft.editor.document.Item;
import dev.weft.editor.text.Texts;
import dev.weft.graph.Group;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.Note;
import dev.weft.graph.Position;
import dev.weft.graph.Workflow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Lays nodes out in columns from left to right, so that wires run forwards and cross as little as can be.
public final class Arrangement {
    private static final Texts TEXTS = Texts.of(Arrangement.class);
    private static final double GAP = 24;

    private final Workflow graph;
    private final NodeSizes sizes;
    private final PortHeights ports;

    /// @param graph the graph that is shown
    public Arrangement(Workflow graph, NodeSizes sizes, PortHeights ports) {
        this.graph = graph;
        this.sizes = sizes;
        this.ports = ports;
    }

    /// Arranges the whole graph. What a group holds stays together in it; a note that would lie under nodes
    /// goes below
    /// them.
    ///
    /// @return nothing if there is nothing to move
    public Optional<Edit> ofAll() {
        return of(graph.nodes().stream().map(Node::id).toList());
    }

    /// Arranges some nodes among themselves. Their upper left corner stays where it is, and so do pinned nodes.
    ///
    /// @return nothing if there are not two nodes to arrange
    public Optional<Edit> of(Collection<String> nodes) {
        Set<String> chosen = new HashSet<>(nodes);
        Map<String, Node> moving = new LinkedHashMap<>();
        graph.nodes().stream()
                .filter(node -> chosen.contains(node.id()) && !node.look().pinned())
                .forEach(node -> moving.putIfAbsent(node.id(), node));
        if (moving.size() < 2) {
            return Optional.empty();
        }
        Map<Integer, Set<Item>> held = new HashMap<>();
        for (int i = 0; i < graph.groups().size(); i++) {
            held.put(i, Movement.held(graph, i, sizes));
        }
        LayeredLayout layout = new LayeredLayout(sizes, ports);
        layout.add(moving.values(), together(moving.keySet(), held));
        graph.links().forEach(layout::add);
        LayeredLayout.Result result = layout.run(corner(moving.values()));
        Workflow arranged = arranged(result, moving.keySet());
        Workflow whole = withNotes(withGroups(arranged, held, moving.keySet()), moving.keySet());
        return Optional.of(Edit.of(
                TEXTS.get("arrange"),
                now -> now.withNodes(whole.nodes())
                        .withLinks(whole.links())
                        .withGroups(whole.groups())
                        .withNotes(whole.notes())));
    }

    /// Which nodes stay together: those of the largest groups, if all that these hold is arranged.
    private List<Set<String>> together(Set<String> moving, Map<Integer, Set<Item>> held) {
        List<Set<String>> together = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        held.values().stream()
                .map(Arrangement::nodes)
                .filter(nodes -> nodes.size() > 1 && moving.containsAll(nodes))
                .sorted((one, other) -> Integer.compare(other.size(), one.size()))
                .forEach(nodes -> {
                    if (nodes.stream().noneMatch(taken::contains)) {
                        taken.addAll(nodes);
                        together.add(nodes);
                    }
                });
        return together;
    }

    private static Set<String> nodes(Set<Item> items) {
        Set<String> nodes = new TreeSet<>();
        for (Item item : items) {
            if (item instanceof Item.OfNode node) {
                nodes.add(node.id());
            }
        }
        return nodes;
    }

    private Point2D corner(Collection<Node> nodes) {
        return new Point2D(
                nodes.stream().mapToDouble(node -> Places.of(node).getX()).min().orElse(0),
                nodes.stream().mapToDouble(node -> Places.of(node).getY()).min().orElse(0));
    }

    private Workflow arranged(LayeredLayout.Result result, Set<String> moving) {
        Workflow moved = graph.withNodes(graph.nodes().stream()
                .map(node -> Optional.ofNullable(result.nodes().get(node.id()))
                        .map(corner -> node.withPosition(Places.position(corner)))
                        .orElse(node))
                .toList());
        Lanes lanes = new Lanes(moved, sizes, ports);
        List<Link> links = new ArrayList<>();
        for (Link link : moved.links()) {
            boolean inner = moving.contains(link.from().node())
                    && moving.contains(link.to().node());
            links.add(
                    inner
                            ? link.withReroutes(
                                    points(lanes, link, result.bends().getOrDefault(link, List.of())))
                            : link);
        }
        return moved.withLinks(links);
    }

    /// The points that a wire needs so as not to run under nodes.
    private static List<Position> points(Lanes lanes, Link link, List<Point2D> bends) {
        return lanes.isFree(link)
                ? List.of()
                : bends.stream().map(Places::position).distinct().toList();
    }

    private Workflow withGroups(Workflow arranged, Map<Integer, Set<Item>> held, Set<String> moving) {
        List<Group> groups = new ArrayList<>(arranged.groups());
        List<Note> notes = new ArrayList<>(arranged.notes());
        Set<Integer> movedNotes = new HashSet<>();
        for (int i = 0; i < groups.size(); i++) {
            Set<Item> items = held.getOrDefault(i, Set.of());
            Set<String> nodes = nodes(items);
            if (nodes.isEmpty() || !moving.containsAll(nodes)) {
                continue;
            }
            Rectangle2D before = Places.of(groups.get(i).bounds());
            Rectangle2D after = Groups.padded(
                    Groups.extent(arranged, nodes.stream().map(Item.OfNode::new).toList(), sizes)
                            .orElse(before));
            groups.set(i, groups.get(i).withBounds(Places.bounds(after)));
            for (Item item : items) {
                if (item instanceof Item.OfNote note && movedNotes.add(note.index())) {
                    Note moved = notes.get(note.index());
                    notes.set(
                            note.index(),
                            moved.withBounds(Places.moved(
                                    moved.bounds(),
                                    after.getMinX() - before.getMinX(),
                                    after.getMinY() - before.getMinY())));
                }
            }
        }
        return arranged.withGroups(groups).withNotes(notes);
    }

    private Workflow withNotes(Workflow arranged, Set<String> moving) {
        List<Rectangle2D> nodes = arranged.nodes().stream()
                .filter(node -> moving.contains(node.id()))
                .map(node -> Places.of(node, sizes))
                .toList();
        Rectangle2D extent = nodes.stream().reduce(Places::union).orElse(Rectangle2D.EMPTY);
        List<Note> notes = new ArrayList<>(arranged.notes());
        double x = extent.getMinX();
        for (int i : IntStream.range(0, notes.size()).toArray()) {
            Rectangle2D place = Places.of(notes.get(i).bounds());
            if (nodes.stream().anyMatch(place::intersects)) {
                notes.set(
                        i,
                        notes.get(i)
                                .withBounds(Places.bounds(new Rectangle2D(
                                        x, extent.getMaxY() + 2 * GAP, place.getWidth(), place.getHeight()))));
                x += place.getWidth() + GAP;
            }
        }
        return arranged.withNotes(notes);
    }
}
