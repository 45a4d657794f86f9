package dev.weft.editor.canvas;

import dev.weft.editor.canvas.board.Board;
import dev.weft.editor.canvas.gesture.Workplace;
import dev.weft.editor.canvas.model.HitTest;
import dev.weft.editor.canvas.model.PlacedNode;
import dev.weft.editor.document.Document;
import dev.weft.editor.document.Edit;
import dev.weft.editor.edit.Groups;
import dev.weft.editor.edit.NodeChanges;
import dev.weft.editor.edit.Notes;
import dev.weft.editor.edit.Places;
import dev.weft.editor.theme.Measures;
import dev.weft.graph.Group;
import dev.weft.graph.Note;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// Text fields over titles and notes. Enter, or for notes Control with Enter, keeps the text, and so does
/// leaving the
/// field; Escape does not.
final class CanvasTextEditor implements Workplace.TextEditor {
    private static final double NARROWEST = 120;

    private final Document document;
    private final Board board;
    private final CanvasFrame frame;
    private Optional<TextInputControl> open = Optional.empty();

    CanvasTextEditor(Document document, Board board, CanvasFrame frame) {
        this.document = document;
        this.board = board;
        this.frame = frame;
    }

    @Override
    public void renameNode(String id) {
        Optional<PlacedNode> node = board.drawing().node(id);
        node.ifPresent(placed -> edit(
                new TextField(placed.model().title()),
                new Rectangle2D(placed.x(), placed.y(), placed.geometry().width(), Measures.NODE_HEAD),
                title -> NodeChanges.rename(id, title.equals(defaultTitle(placed)) ? "" : title)));
    }

    private static String defaultTitle(PlacedNode node) {
        return node.model().signature().map(type -> type.title()).orElse("");
    }

    @Override
    public void renameGroup(int index) {
        Group group = document.graph().groups().get(index);
        Rectangle2D bounds = Places.of(group.bounds());
        edit(
                new TextField(group.title()),
                new Rectangle2D(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), HitTest.GROUP_TITLE),
                title -> Groups.rename(index, title));
    }

    @Override
    public void writeNote(int index) {
        Note note = document.graph().notes().get(index);
        TextArea area = new TextArea(note.text());
        area.setWrapText(true);
        edit(area, Places.of(note.bounds()), text -> Notes.write(index, text));
    }

    /// Closes an open field and keeps its text.
    void finish() {
        board.requestFocus();
    }

    private void edit(TextInputControl field, Rectangle2D area, Function<String, Edit> change) {
        finish();
        String before = field.getText();
        Point2D corner = board.sight().toView(new Point2D(area.getMinX(), area.getMinY()));
        double zoom = board.sight().zoom();
        field.getStyleClass().add("canvas-text");
        Consumer<Boolean> close = keep -> {
            if (open.equals(Optional.of(field))) {
                open = Optional.empty();
                frame.lift(field);
                board.requestFocus();
                if (keep && !field.getText().equals(before)) {
                    document.perform(change.apply(field.getText()));
                }
            }
        };
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean enter = event.getCode() == KeyCode.ENTER && (field instanceof TextField || event.isShortcutDown());
            if (enter || event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.accept(enter);
            }
        });
        field.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        field.setManaged(false);
        field.resizeRelocate(
                corner.getX(),
                corner.getY(),
                Math.max(NARROWEST, area.getWidth() * zoom),
                Math.max(28, area.getHeight() * zoom));
        open = Optional.of(field);
        frame.lay(field);
        field.requestFocus();
        field.selectAll();
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                close.accept(true);
            }
        });
    }
}
