package dev.weft.editor.window;

import com.google.inject.Inject;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.document.Document;
import dev.weft.editor.window.DocumentPage.Kind;
import dev.weft.editor.window.Panel.Place;
import dev.weft.editor.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/// Does the actions that are about the window itself and about the active document as a whole.
final class WindowActions {
    private static final ReadOnlyStringProperty NOTHING = new ReadOnlyStringWrapper("").getReadOnlyProperty();

    private final Actions actions;
    private final WindowControl control;
    private final Workspace workspace;
    private final Panels panels;

    @Inject
    WindowActions(Actions actions, WindowControl control, Workspace workspace, Panels panels) {
        this.actions = actions;
        this.control = control;
        this.workspace = workspace;
        this.panels = panels;
    }

    void bind() {
        actions.handle(
                Action.UNDO,
                named(Document::undoNameProperty),
                () -> workspace.active().ifPresent(Document::undo));
        actions.handle(
                Action.REDO,
                named(Document::redoNameProperty),
                () -> workspace.active().ifPresent(Document::redo));
        actions.handle(Action.NEXT_TAB, anyDocument(), () -> goTab(1));
        actions.handle(Action.PREVIOUS_TAB, anyDocument(), () -> goTab(-1));
        actions.handle(Action.SHOW_GRAPH, anyDocument(), () -> show(Kind.GRAPH));
        actions.handle(Action.SHOW_GALLERY, anyDocument(), () -> show(Kind.GALLERY));
        actions.handle(
                Action.SHOW_SIDEBAR,
                () -> control.sidebarProperty().set(!control.sidebarProperty().get()));
        toggle(Action.SHOW_QUEUE, Place.DRAWER, "queue", control.drawerProperty());
        toggle(Action.SHOW_SETTINGS, Place.DRAWER, "settings", control.drawerProperty());
        toggle(Action.SHOW_PROBLEMS, Place.BOTTOM, "problems", control.bottomProperty());
        toggle(Action.SHOW_LOG, Place.BOTTOM, "log", control.bottomProperty());
        toggle(Action.SHOW_PLUGINS, Place.PAGE, "plugins", control.wholeProperty());
        if (panels.has(Place.SIDEBAR, "templates")) {
            actions.handle(Action.TEMPLATES, this::showTemplates);
        }
    }

    private void showTemplates() {
        control.wholeProperty().set(Optional.empty());
        control.pageProperty().set(Kind.GRAPH);
        control.sidebarProperty().set(true);
        control.sidebarTabProperty().set("templates");
    }

    private void toggle(Action action, Place place, String id, ObjectProperty<Optional<String>> shown) {
        if (panels.has(place, id)) {
            actions.handle(
                    action, () -> shown.set(shown.get().equals(Optional.of(id)) ? Optional.empty() : Optional.of(id)));
        }
    }

    private void show(Kind kind) {
        control.wholeProperty().set(Optional.empty());
        control.pageProperty().set(kind);
    }

    private void goTab(int step) {
        List<Document> documents = workspace.documents();
        workspace
                .active()
                .ifPresent(document -> workspace.show(
                        documents.get(Math.floorMod(documents.indexOf(document) + step, documents.size()))));
    }

    private ObservableBooleanValue anyDocument() {
        BooleanProperty any = new SimpleBooleanProperty();
        any.bind(workspace.activeProperty().map(Optional::isPresent));
        return any;
    }

    private ObservableBooleanValue named(Function<Document, ReadOnlyStringProperty> name) {
        BooleanProperty present = new SimpleBooleanProperty();
        present.bind(workspace
                .activeProperty()
                .flatMap(active -> active.map(name).orElse(NOTHING))
                .map(text -> !text.isEmpty()));
        return present;
    }
}
