package dev.weft.editor.canvas.gesture;

import dev.weft.editor.canvas.board.Board;
import dev.weft.editor.canvas.model.Sight;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/// Zooms at the pointer with the wheel, and pans with two fingers.
public final class WheelControl {
    private static final double NOTCH = 40;
    private static final double FACTOR = 1.1;

    private final Board board;

    /// Listens to a board.
    public WheelControl(Board board) {
        this.board = board;
        board.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        board.addEventHandler(ZoomEvent.ZOOM, this::pinch);
    }

    private void scroll(ScrollEvent event) {
        Sight sight = board.sight();
        if (event.isShortcutDown()) {
            zoom(event);
        } else if (event.isShiftDown() && event.getDeltaX() == 0) {
            board.look(sight.panned(event.getDeltaY(), 0));
        } else if (isTouchpad(event)) {
            board.look(sight.panned(event.getDeltaX(), event.getDeltaY()));
        } else {
            zoom(event);
        }
        event.consume();
    }

    private void zoom(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            double factor = Math.pow(FACTOR, event.getDeltaY() / NOTCH);
            board.look(board.sight()
                    .zoomed(event.getX(), event.getY(), board.sight().zoom() * factor));
        }
    }

    private void pinch(ZoomEvent event) {
        board.look(
                board.sight().zoomed(event.getX(), event.getY(), board.sight().zoom() * event.getZoomFactor()));
        event.consume();
    }

    /// A wheel turns by whole notches in one direction; fingers do not.
    private static boolean isTouchpad(ScrollEvent event) {
        return event.isDirect()
                || event.isInertia()
                || event.getTouchCount() > 0
                || event.getDeltaX() != 0
                || event.getDeltaY() % NOTCH != 0;
    }
}
