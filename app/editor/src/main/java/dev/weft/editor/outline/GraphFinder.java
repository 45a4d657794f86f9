package dev.weft.editor.outline;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.document.Document;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.GraphNavigator;
import dev.weft.editor.window.WindowControl;
import dev.weft.editor.workspace.Workspace;
import dev.weft.runtime.WeftRuntime;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/// Opens the popup that finds nodes of the document that is shown.
@Singleton
final class GraphFinder {
    private static final Texts TEXTS = Texts.of(GraphFinder.class);
    private static final double TOP = 56;
    private static final double MARGIN = 16;

    private final Workspace workspace;
    private final WindowControl control;
    private final WeftRuntime runtime;
    private final GraphNavigator navigator;
    private Optional<Pane> layer = Optional.empty();
    private Optional<Node> focusBefore = Optional.empty();

    @Inject
    GraphFinder(
            Workspace workspace,
            WindowControl control,
            WeftRuntime runtime,
            GraphNavigator navigator,
            Actions actions) {
        this.workspace = workspace;
        this.control = control;
        this.runtime = runtime;
        this.navigator = navigator;
        ObservableBooleanValue open =
                Bindings.createBooleanBinding(() -> workspace.active().isPresent(), workspace.activeProperty());
        actions.handle(Action.FIND_IN_GRAPH, open, () -> open(true));
        actions.handle(Action.GO_TO_NODE, open, () -> open(false));
    }

    private void open(boolean values) {
        close();
        workspace.active().ifPresent(document -> {
            StackPane overlay = control.overlay();
            focusBefore = Optional.ofNullable(overlay.getScene()).map(scene -> scene.getFocusOwner());
            GraphSearch search = new GraphSearch(
                    document.workflow(), OutlineEntry.of(document.workflow(), runtime.nodeTypes()), values);
            FinderPopup popup = new FinderPopup(
                    search, TEXTS.get(values ? "find" : "go"), entry -> go(document, entry), this::close);
            popup.relocate(Math.max(MARGIN, overlay.getWidth() - FinderPopup.WIDTH - MARGIN), TOP);
            Pane around = new Pane(popup);
            around.setOnMousePressed(event -> {
                if (around.equals(event.getTarget())) {
                    event.consume();
                    close();
                }
            });
            layer = Optional.of(around);
            control.lay(around);
            popup.requestFocus();
        });
    }

    private void go(Document document, OutlineEntry entry) {
        navigator.reveal(document, entry.id());
        // The canvas takes the focus for what it shows; while the popup is open, the field keeps it.
        Platform.runLater(
                () -> layer.ifPresent(around -> around.getChildren().getFirst().requestFocus()));
    }

    private void close() {
        layer.ifPresent(around -> {
            layer = Optional.empty();
            control.lift(around);
            focusBefore.ifPresent(node -> Platform.runLater(node::requestFocus));
        });
    }
}
