package dev.weft.editor.canvas.model;

import dev.weft.editor.document.Item;
import dev.weft.editor.edit.Places;
import dev.weft.graph.Group;
import dev.weft.graph.Note;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/// All that is drawn of a graph, at one moment. What did not change from one drawing to the next is the same
/// object, so
/// that whoever draws sees at once what to do.
///
/// @param nodes by id, those in front last
/// @param wires by their ends
/// @param groups rectangles behind nodes
/// @param notes texts
public record Drawing(
        Map<String, PlacedNode> nodes, Map<Item.OfLink, PlacedWire> wires, List<Group> groups, List<Note> notes) {
    /// Nothing.
    public static final Drawing EMPTY = new Drawing(Map.of(), Map.of(), List.of(), List.of());

    /// Takes copies of the lists; the maps must not be changed any more.
    public Drawing {
        nodes = Collections.unmodifiableMap(nodes);
        wires = Collections.unmodifiableMap(wires);
        groups = List.copyOf(groups);
        notes = List.copyOf(notes);
    }

    /// The node of this id.
    public Optional<PlacedNode> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /// The rectangle that an item covers; nothing for wires, reroutes and what is not there.
    public Optional<Rectangle2D> bounds(Item item) {
        return switch (item) {
            case Item.OfNode node -> node(node.id()).map(PlacedNode::bounds);
            case Item.OfGroup group
            when group.index() < groups.size() ->
                Optional.of(Places.of(groups.get(group.index()).bounds()));
            case Item.OfNote note
            when note.index() < notes.size() ->
                Optional.of(Places.of(notes.get(note.index()).bounds()));
            default -> Optional.empty();
        };
    }

    /// The smallest rectangle around these items; nothing if none of them covers one.
    public Optional<Rectangle2D> around(Collection<? extends Item> items) {
        List<Rectangle2D> rectangles = new ArrayList<>();
        for (Item item : items) {
            bounds(item).ifPresent(rectangles::add);
        }
        return Rectangles.around(rectangles);
    }

    /// The smallest rectangle around everything; nothing if there is nothing.
    public Optional<Rectangle2D> around() {
        List<Rectangle2D> rectangles = new ArrayList<>(nodes.size());
        nodes.values().forEach(node -> rectangles.add(node.bounds()));
        groups.forEach(group -> rectangles.add(Places.of(group.bounds())));
        notes.forEach(note -> rectangles.add(Places.of(note.bounds())));
        return Rectangles.around(rectangles);
    }

    /// All nodes, groups and notes.
    public List<Item> items() {
        List<Item> items = new ArrayList<>();
        nodes.keySet().forEach(id -> items.add(new Item.OfNode(id)));
        for (int i = 0; i < groups.size(); i++) {
            items.add(new Item.OfGroup(i));
        }
        for (int i = 0; i < notes.size(); i++) {
            items.add(new Item.OfNote(i));
        }
        return items;
    }

    /// This drawing with a node in place of the one of its id.
    public Drawing with(PlacedNode changed) {
        Map<String, PlacedNode> replaced = new LinkedHashMap<>(nodes);
        replaced.put(changed.id(), changed);
        return new Drawing(replaced, wires, groups, notes);
    }
}
