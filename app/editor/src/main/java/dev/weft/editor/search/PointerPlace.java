package dev.weft.editor.search;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.window.WindowControl;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;

/// Where the pointer was last seen in the window.
@Singleton
final class PointerPlace {
    private Optional<Point2D> last = Optional.empty();

    @Inject
    PointerPlace(WindowControl control) {
        EventHandler<MouseEvent> watch = event -> last = Optional.of(new Point2D(event.getSceneX(), event.getSceneY()));
        control.overlay().sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addEventFilter(MouseEvent.MOUSE_MOVED, watch);
                scene.addEventFilter(MouseEvent.MOUSE_PRESSED, watch);
                scene.addEventFilter(MouseEvent.MOUSE_RELEASED, watch);
            }
        });
    }

    /// In pixels of the scene; nothing if it was not seen yet.
    Optional<Point2D> last() {
        return last;
    }
}
