package dev.weft.editor.window;

import java.util.function.DoubleConsumer;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/// A thin strip between two parts of the window; dragging it makes one of them larger.
final class Divider extends Region {
    /// @param level whether it lies level, so that heights change
    /// @param drag called with the scene coordinate of the pointer, x or y
    Divider(boolean level, DoubleConsumer drag) {
        getStyleClass().add("divider");
        if (level) {
            getStyleClass().add("level");
        }
        setOnMouseDragged(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                drag.accept(level ? event.getSceneY() : event.getSceneX());
            }
        });
    }
}
