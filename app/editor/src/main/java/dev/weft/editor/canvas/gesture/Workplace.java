package dev.weft.editor.canvas.gesture;

import dev.weft.editor.canvas.board.Board;
import dev.weft.editor.canvas.model.Drawing;
import dev.weft.editor.canvas.model.PlacedNode;
import dev.weft.editor.document.Document;
import dev.weft.editor.edit.NodeSizes;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.window.NodeSearchOpener;
import dev.weft.graph.types.NodeCatalog;
import java.util.function.Supplier;
import javafx.geometry.Dimension2D;

/// What gestures work on.
///
/// @param board where they draw
/// @param document what they change
/// @param types the node types that can be placed in the document now
/// @param actual the graph as the document has it
/// @param preferences of the user
/// @param search finds a node for a wire that ends nowhere
/// @param editor opens text fields on the canvas
public record Workplace(
        Board board,
        Document document,
        Supplier<NodeCatalog> types,
        Supplier<Drawing> actual,
        Preferences preferences,
        NodeSearchOpener search,
        TextEditor editor) {
    private static final Dimension2D NOTHING = new Dimension2D(0, 0);

    /// Opens a field over something on the canvas in which its text is changed.
    public interface TextEditor {
        /// Lets people give a node another title.
        void renameNode(String id);

        /// Lets people give a group another title.
        void renameGroup(int index);

        /// Lets people change the text of a note.
        void writeNote(int index);
    }

    /// The node types that can be placed now.
    public NodeCatalog catalog() {
        return types.get();
    }

    /// How large nodes are drawn.
    public NodeSizes sizes() {
        Drawing drawing = actual.get();
        return node -> drawing.node(node.id())
                .map(PlacedNode::geometry)
                .map(geometry -> new Dimension2D(geometry.width(), geometry.height()))
                .orElse(NOTHING);
    }

    /// Draws what the document has, instead of a preview.
    void restore() {
        board.show(actual.get());
        board.marks().clear();
        board.undim();
    }
}
