package dev.weft.editor.search;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.window.GraphNavigator;
import dev.weft.editor.window.NodeSearchOpener;
import dev.weft.editor.window.WindowControl;
import dev.weft.editor.workspace.Workspace;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/// Opens the popup that searches over the window, and places what is chosen in it.
@Singleton
final class NodeSearch implements NodeSearchOpener {
    private static final double MARGIN = 8;
    private static final double HIGHEST = 560;

    private final WindowControl control;
    private final Workspace workspace;
    private final GraphNavigator navigator;
    private final NodePlacing placing;
    private final PointerPlace pointer;
    private final PlaceableTypes types;
    private Optional<Pane> layer = Optional.empty();
    private Optional<Request> request = Optional.empty();
    private Optional<Node> focusBefore = Optional.empty();

    @Inject
    NodeSearch(
            WindowControl control,
            Workspace workspace,
            GraphNavigator navigator,
            NodePlacing placing,
            PlaceableTypes types,
            PointerPlace pointer,
            Actions actions) {
        this.control = control;
        this.workspace = workspace;
        this.navigator = navigator;
        this.placing = placing;
        this.pointer = pointer;
        this.types = types;
        actions.handle(
                Action.ADD_NODE,
                Bindings.createBooleanBinding(() -> workspace.active().isPresent(), workspace.activeProperty()),
                this::openAtPointer);
    }

    @Override
    public void open(Request wanted) {
        close();
        request = Optional.of(wanted);
        StackPane overlay = control.overlay();
        focusBefore = Optional.ofNullable(overlay.getScene()).map(scene -> scene.getFocusOwner());
        Point2D place = overlay.sceneToLocal(wanted.window());
        SearchPopup popup = new SearchPopup(new SearchViewModel(types.search()), this::take, this::close);
        popup.relocate(
                Math.clamp(place.getX(), MARGIN, Math.max(MARGIN, overlay.getWidth() - SearchPopup.WIDTH - MARGIN)),
                Math.clamp(place.getY(), MARGIN, Math.max(MARGIN, overlay.getHeight() - HIGHEST - MARGIN)));
        Pane around = around(popup);
        layer = Optional.of(around);
        control.lay(around);
        popup.open(wanted.wire());
    }

    /// Covers the window, so that a press beside the popup closes it.
    private Pane around(SearchPopup popup) {
        Pane around = new Pane(popup);
        around.setOnMousePressed(event -> {
            if (around.equals(event.getTarget())) {
                event.consume();
                close();
            }
        });
        return around;
    }

    /// Opens at the pointer if it is above the canvas, or in the middle of the window.
    private void openAtPointer() {
        workspace.active().ifPresent(document -> {
            StackPane overlay = control.overlay();
            Optional<Point2D> at = pointer.last();
            Optional<Point2D> place = at.flatMap(point -> navigator.at(document, point.getX(), point.getY()));
            Point2D window = at.filter(_ -> place.isPresent())
                    .orElseGet(() -> overlay.localToScene(
                            (overlay.getWidth() - SearchPopup.WIDTH) / 2, overlay.getHeight() / 4));
            open(Request.at(document, window, place.orElseGet(() -> navigator.middle(document))));
        });
    }

    private void take(FoundType found) {
        request.ifPresent(wanted -> placing.place(found, wanted));
        close();
    }

    private void close() {
        request.ifPresent(wanted -> {
            request = Optional.empty();
            layer.ifPresent(control::lift);
            layer = Optional.empty();
            wanted.closed().run();
            focusBefore.ifPresent(node -> Platform.runLater(node::requestFocus));
        });
    }
}
