package dev.weft.editor.canvas.gesture;

import dev.weft.editor.document.Edit;
import dev.weft.editor.document.Item;
import dev.weft.editor.edit.NodeChanges;
import dev.weft.editor.edit.Places;
import dev.weft.editor.text.Texts;
import dev.weft.editor.theme.Measures;
import dev.weft.graph.Bounds;
import dev.weft.graph.Group;
import dev.weft.graph.Note;
import dev.weft.graph.Workflow;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;

/// Other sizes for what lies on the canvas.
final class Sizes {
    private static final Texts TEXTS = Texts.of(Sizes.class);
    private static final double SMALLEST = 48;

    private Sizes() {}

    static Edit edit(Item item, Rectangle2D bounds, double width, double height) {
        return switch (item) {
            case Item.OfNode node -> NodeChanges.resize(node.id(), Math.max(Measures.MINIMUM_NODE_WIDTH, width));
            case Item.OfGroup group ->
                Edit.merging(
                        TEXTS.get("resize_group"), item, graph -> resized(graph, group, sized(bounds, width, height)));
            case Item.OfNote note ->
                Edit.merging(
                        TEXTS.get("resize_note"), item, graph -> resized(graph, note, sized(bounds, width, height)));
            default -> throw new IllegalArgumentException(item + " has no size");
        };
    }

    private static Bounds sized(Rectangle2D bounds, double width, double height) {
        return Places.bounds(new Rectangle2D(
                bounds.getMinX(), bounds.getMinY(), Math.max(SMALLEST, width), Math.max(SMALLEST, height)));
    }

    private static Workflow resized(Workflow graph, Item.OfGroup item, Bounds bounds) {
        List<Group> groups = new ArrayList<>(graph.groups());
        Group old = groups.get(item.index());
        groups.set(item.index(), new Group(old.title(), bounds, old.color(), old.extra()));
        return graph.withGroups(groups);
    }

    private static Workflow resized(Workflow graph, Item.OfNote item, Bounds bounds) {
        List<Note> notes = new ArrayList<>(graph.notes());
        Note old = notes.get(item.index());
        notes.set(item.index(), new Note(old.text(), bounds, old.color(), old.extra()));
        return graph.withNotes(notes);
    }
}
