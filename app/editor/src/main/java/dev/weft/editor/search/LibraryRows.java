package dev.weft.editor.search;

import com.google.inject.Inject;
import dev.weft.editor.text.Texts;
import dev.weft.editor.theme.TypeIcon;
import dev.weft.editor.window.GraphNavigator;
import dev.weft.editor.window.WindowControl;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.types.NodeSignature;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// The rows of the library. A click adds a node in the middle of the view; a node type that is dragged onto the
/// canvas
/// is added where it is dropped.
final class LibraryRows {
    private static final Texts TEXTS = Texts.of(LibraryRows.class);
    private static final double DRAG_DISTANCE = 5;
    private static final double GHOST_OFFSET = 8;

    private final Workspace workspace;
    private final WindowControl control;
    private final GraphNavigator navigator;
    private final NodePlacing placing;

    @Inject
    LibraryRows(Workspace workspace, WindowControl control, GraphNavigator navigator, NodePlacing placing) {
        this.workspace = workspace;
        this.control = control;
        this.navigator = navigator;
        this.placing = placing;
    }

    /// The row of a node type.
    HBox row(NodeSignature type) {
        HBox row = new HBox(new FontIcon(TypeIcon.of(type)), new Label(type.title()));
        row.getStyleClass().add("library-row");
        row.setId("library-" + type.id().namespace() + "-" + type.id().path());
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setAccessibleText(TEXTS.get("library_add", type.title()));
        Tooltip tooltip = new Tooltip(type.description());
        tooltip.setShowDelay(Duration.millis(500));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(280);
        Tooltip.install(row, tooltip);
        new Drag(row, type);
        row.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                addInMiddle(type);
            }
        });
        return row;
    }

    private void addInMiddle(NodeSignature type) {
        workspace.active().ifPresent(document -> placing.placeInMiddle(type, document));
    }

    /// One row's pressing, dragging and letting go. While the button is down it listens to the whole scene,
    /// because
    /// without a display events go to what lies under the pointer, not to what was pressed.
    private final class Drag {
        private final NodeSignature type;
        private final HBox row;
        private final HBox ghost;
        private final EventHandler<MouseEvent> move = this::drag;
        private final EventHandler<MouseEvent> release = this::release;
        private final EventHandler<KeyEvent> key = this::key;
        private Optional<Point2D> pressed = Optional.empty();
        private boolean dragging;

        Drag(HBox row, NodeSignature type) {
            this.row = row;
            this.type = type;
            ghost = new HBox(new FontIcon(TypeIcon.of(type)), new Label(type.title()));
            ghost.getStyleClass().add("library-ghost");
            ghost.setManaged(false);
            ghost.setMouseTransparent(true);
            row.setOnMousePressed(this::press);
        }

        private void press(MouseEvent event) {
            if (event.getButton() == MouseButton.PRIMARY) {
                end();
                row.requestFocus();
                pressed = Optional.of(new Point2D(event.getSceneX(), event.getSceneY()));
                Scene scene = row.getScene();
                scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, move);
                scene.addEventFilter(MouseEvent.MOUSE_RELEASED, release);
                scene.addEventFilter(KeyEvent.KEY_PRESSED, key);
                event.consume();
            }
        }

        private void drag(MouseEvent event) {
            if (pressed.isPresent()
                    && (dragging || pressed.get().distance(event.getSceneX(), event.getSceneY()) > DRAG_DISTANCE)) {
                dragging = true;
                control.lay(ghost);
                ghost.applyCss();
                ghost.autosize();
                Point2D place = control.overlay().sceneToLocal(event.getSceneX(), event.getSceneY());
                ghost.relocate(place.getX() + GHOST_OFFSET, place.getY() + GHOST_OFFSET);
            }
            event.consume();
        }

        private void release(MouseEvent event) {
            boolean click = pressed.isPresent() && !dragging;
            boolean drop = dragging;
            end();
            event.consume();
            if (click) {
                addInMiddle(type);
            } else if (drop) {
                workspace
                        .active()
                        .ifPresent(document -> navigator
                                .at(document, event.getSceneX(), event.getSceneY())
                                .ifPresent(place -> placing.place(type, document, place)));
            }
        }

        private void key(KeyEvent event) {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                end();
            }
        }

        private void end() {
            pressed = Optional.empty();
            dragging = false;
            control.lift(ghost);
            Scene scene = control.overlay().getScene();
            if (scene != null) {
                scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, move);
                scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, release);
                scene.removeEventFilter(KeyEvent.KEY_PRESSED, key);
            }
        }
    }
}
