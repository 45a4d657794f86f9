package dev.weft.editor.canvas.gesture;

import dev.weft.editor.canvas.model.Sight;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Where the pointer is, and with what.
///
/// @param view in pixels of the board
/// @param place on the canvas
/// @param button that is pressed; `isPrimaryButtonDown` is not reliable everywhere, this is
/// @param clicks how often it was pressed in a row
/// @param shift whether the key is held
/// @param shortcut whether Control, or Command on a Mac, is held
/// @param alt whether the key is held
record Pointer(
        Point2D view, Point2D place, MouseButton button, int clicks, boolean shift, boolean shortcut, boolean alt) {
    static Pointer of(MouseEvent event, Sight sight) {
        return new Pointer(
                new Point2D(event.getX(), event.getY()),
                sight.toCanvas(event.getX(), event.getY()),
                event.getButton(),
                event.getClickCount(),
                event.isShiftDown(),
                event.isShortcutDown(),
                event.isAltDown());
    }

    /// The same with the button that began the gesture, which not every drag tells.
    Pointer with(MouseButton held) {
        return new Pointer(view, place, held, clicks, shift, shortcut, alt);
    }

    /// Whether what is chosen is chosen besides what was.
    boolean adds() {
        return shift || shortcut;
    }
}
