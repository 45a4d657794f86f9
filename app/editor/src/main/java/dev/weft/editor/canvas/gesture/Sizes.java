package dev.weft.editor.canvas.gesture;

import dev.weft.editor.document.Edit;
import dev.weft.editor.document.Item;
import dev.weft.editor.edit.Groups;
import dev.weft.editor.edit.NodeChanges;
import dev.weft.editor.edit.Notes;
import dev.weft.editor.theme.Measures;
import javafx.geometry.Rectangle2D;

/// Other sizes for what lies on the canvas.
final class Sizes {
    private static final double SMALLEST = 48;

    private Sizes() {}

    static Edit edit(Item item, Rectangle2D bounds, double width, double height) {
        Rectangle2D sized = new Rectangle2D(
                bounds.getMinX(), bounds.getMinY(), Math.max(SMALLEST, width), Math.max(SMALLEST, height));
        return switch (item) {
            case Item.OfNode node -> NodeChanges.resize(node.id(), Math.max(Measures.MINIMUM_NODE_WIDTH, width));
            case Item.OfGroup group -> Groups.resize(group.index(), sized);
            case Item.OfNote note -> Notes.resize(note.index(), sized);
            case Item.OfLink _, Item.OfReroute _ -> throw new IllegalArgumentException(item + " has no size");
        };
    }
}
