package dev.weft.editor.canvas.board;

import javafx.scene.layout.Pane;

/// Holds what lies at one height of the canvas. It has no size, so that nothing is laid out because of it.
final class Layer extends Pane {
    Layer() {
        setManaged(false);
        setPickOnBounds(false);
    }
}
