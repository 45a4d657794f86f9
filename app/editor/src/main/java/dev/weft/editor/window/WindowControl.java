package dev.weft.editor.window;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.window.DocumentPage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// What is open in the window, for whoever wants to show or hide a part of it. The window follows these
/// properties.
@Singleton
public final class WindowControl {
    private final ObjectProperty<Kind> page = new SimpleObjectProperty<>(Kind.GRAPH);
    private final ObjectProperty<Optional<String>> drawer = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> bottom = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> whole = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<String> sidebarTab = new SimpleObjectProperty<>("nodes");
    private final BooleanProperty sidebar = new SimpleBooleanProperty(true);
    private final BooleanProperty modal = new SimpleBooleanProperty();
    private final StackPane overlay = new StackPane();
    private final List<Runnable> closing = new ArrayList<>();

    @Inject
    WindowControl() {
        overlay.setPickOnBounds(false);
        overlay.getStyleClass().add("overlay");
    }

    /// How the active document is looked at.
    public ObjectProperty<Kind> pageProperty() {
        return page;
    }

    /// Id of the [Panel] that is open in the drawer, if one is.
    public ObjectProperty<Optional<String>> drawerProperty() {
        return drawer;
    }

    /// Id of the panel that is open at the bottom, if one is.
    public ObjectProperty<Optional<String>> bottomProperty() {
        return bottom;
    }

    /// Id of the panel that takes the whole window, if one does.
    public ObjectProperty<Optional<String>> wholeProperty() {
        return whole;
    }

    /// Whether the sidebar is open.
    public BooleanProperty sidebarProperty() {
        return sidebar;
    }

    /// Id of the panel whose tab is in front in the sidebar.
    public ObjectProperty<String> sidebarTabProperty() {
        return sidebarTab;
    }

    /// Whether a question lies over the window that has to be answered first; keys ask for no actions then.
    public BooleanProperty modalProperty() {
        return modal;
    }

    /// A layer above everything else in the window, for popups that belong to the window, dialogs and the tour.
    /// Where it has no child, clicks go through.
    public StackPane overlay() {
        return overlay;
    }

    /// Puts something above everything else in the window.
    public void lay(Node node) {
        if (!overlay.getChildren().contains(node)) {
            overlay.getChildren().add(node);
        }
    }

    /// Calls when the window is closed, to write what has to be written.
    public void onClose(Runnable listener) {
        closing.add(listener);
    }

    void closed() {
        closing.forEach(Runnable::run);
    }

    /// Takes away what [#lay(Node)] put there.
    public void lift(Node node) {
        overlay.getChildren().remove(node);
    }
}
