package dev.weft.editor.canvas.model;

import dev.weft.editor.document.Item;
import dev.weft.editor.edit.Places;
import dev.weft.graph.Bounds;
import dev.weft.graph.Group;
import dev.weft.graph.Note;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Point2D;

/// A drawing with some of its items elsewhere, as they are seen while people drag them and the document does
/// not know
/// yet.
public final class Displacement {
    private Displacement() {}

    /// The drawing with these items moved.
    public static Drawing of(Drawing drawing, Set<Item> items, double dx, double dy) {
        Map<String, PlacedNode> nodes = new LinkedHashMap<>(drawing.nodes());
        for (Item item : items) {
            if (item instanceof Item.OfNode node) {
                nodes.computeIfPresent(node.id(), (_, placed) -> placed.moved(dx, dy));
            }
        }
        Map<Item.OfLink, PlacedWire> wires = new LinkedHashMap<>(drawing.wires());
        wires.replaceAll((key, wire) -> moved(key, wire, items, dx, dy));
        List<Group> groups = new ArrayList<>();
        for (Group group : drawing.groups()) {
            groups.add(
                    items.contains(new Item.OfGroup(groups.size()))
                            ? new Group(group.title(), moved(group.bounds(), dx, dy), group.color(), group.extra())
                            : group);
        }
        List<Note> notes = new ArrayList<>();
        for (Note note : drawing.notes()) {
            notes.add(
                    items.contains(new Item.OfNote(notes.size()))
                            ? new Note(note.text(), moved(note.bounds(), dx, dy), note.color(), note.extra())
                            : note);
        }
        return new Drawing(nodes, wires, groups, notes);
    }

    private static PlacedWire moved(Item.OfLink key, PlacedWire wire, Set<Item> items, double dx, double dy) {
        List<Point2D> old = wire.path().points();
        int last = old.size() - 1;
        boolean start = items.contains(new Item.OfNode(key.from().node()));
        boolean end = items.contains(new Item.OfNode(key.to().node()));
        if (!start && !end && last == 1) {
            return wire;
        }
        List<Point2D> points = new ArrayList<>(old);
        boolean changed = start || end;
        for (int i = 0; i <= last; i++) {
            boolean moves =
                    i == 0 ? start : i == last ? end : items.contains(new Item.OfReroute(key.from(), key.to(), i - 1));
            if (moves) {
                points.set(i, old.get(i).add(dx, dy));
                changed = true;
            }
        }
        return changed ? PlacedWire.of(wire.link(), wire.kind(), wire.condition(), new WirePath(points)) : wire;
    }

    private static Bounds moved(Bounds bounds, double dx, double dy) {
        return Places.bounds(Rectangles.moved(Places.of(bounds), dx, dy));
    }
}
