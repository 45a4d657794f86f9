package dev.weft.editor.canvas.gesture;

import dev.weft.editor.canvas.board.Board;
import dev.weft.editor.canvas.model.Sight;
import javafx.scene.Cursor;

/// Moves the view.
final class PanGesture implements Gesture {
    private final Board board;
    private final Pointer start;
    private final Sight sight;

    PanGesture(Board board, Pointer start) {
        this.board = board;
        this.start = start;
        this.sight = board.sight();
    }

    @Override
    public void drag(Pointer pointer) {
        board.setCursor(Cursor.CLOSED_HAND);
        board.look(sight.panned(
                pointer.view().getX() - start.view().getX(),
                pointer.view().getY() - start.view().getY()));
    }

    @Override
    public void drop(Pointer pointer) {
        board.setCursor(Cursor.DEFAULT);
    }

    @Override
    public void cancel() {
        board.look(sight);
        board.setCursor(Cursor.DEFAULT);
    }
}
