package dev.weft.editor.window;

import com.google.inject.Inject;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.document.Document;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Panel.Place;
import dev.weft.editor.workspace.DocumentTitle;
import dev.weft.editor.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/// The tabs of the open documents, and of the page that lies over them if there is one. Dragging a tab puts it
/// elsewhere.
final class TabStrip extends HBox {
    private static final Texts TEXTS = Texts.of(TabStrip.class);
    private static final double DRAG_FROM = 6;

    private final Workspace workspace;
    private final WindowControl control;
    private final Actions actions;
    private final Panels panels;
    private final Map<UUID, DocumentTab> tabs = new HashMap<>();
    private final Map<UUID, StringBinding> titles = new HashMap<>();
    private final Button plus;
    private Optional<Document> pressed = Optional.empty();
    private double pressedAt;
    private boolean dragging;

    @Inject
    TabStrip(Workspace workspace, WindowControl control, Actions actions, Panels panels, ActionButtons buttons) {
        this.workspace = workspace;
        this.control = control;
        this.actions = actions;
        this.panels = panels;
        plus = buttons.icon(Action.NEW, "fltral-add-20");
        setMargin(plus, new javafx.geometry.Insets(0, 8, 0, 8));
        plus.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("tab-strip");
        setMinWidth(0);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> pressed.ifPresent(document -> drag(document, event)));
        addEventFilter(MouseEvent.MOUSE_RELEASED, this::drop);
        workspace.documents().addListener((ListChangeListener<Document>) _ -> fill());
        workspace.activeProperty().subscribe(_ -> select());
        control.wholeProperty().subscribe(_ -> fill());
    }

    private void fill() {
        List<UUID> open = workspace.documents().stream().map(Document::id).toList();
        tabs.keySet().retainAll(open);
        titles.keySet().retainAll(open);
        List<Node> shown = new ArrayList<>();
        for (Document document : workspace.documents()) {
            shown.add(tabs.computeIfAbsent(document.id(), _ -> tab(document)));
        }
        if (shown.isEmpty() && !panels.in(Place.START).isEmpty()) {
            DocumentTab start = new DocumentTab(
                    "fltrmz-organization-20",
                    new SimpleObjectProperty<>(TEXTS.get("start")),
                    new SimpleObjectProperty<>(false),
                    () -> control.wholeProperty().set(Optional.empty()),
                    () -> actions.perform(Action.QUIT));
            start.select(control.wholeProperty().get().isEmpty());
            shown.add(start);
        }
        control.wholeProperty()
                .get()
                .flatMap(id -> panels.find(Place.PAGE, id))
                .map(this::pageTab)
                .ifPresent(shown::add);
        shown.add(plus);
        getChildren().setAll(shown);
        select();
    }

    private void select() {
        boolean covered = control.wholeProperty().get().isPresent();
        tabs.forEach((id, tab) ->
                tab.select(!covered && workspace.active().map(Document::id).equals(Optional.of(id))));
    }

    private DocumentTab pageTab(Panel panel) {
        DocumentTab tab = new DocumentTab(
                panel.icon(),
                new SimpleObjectProperty<>(panel.title()),
                new SimpleObjectProperty<>(false),
                () -> {},
                () -> control.wholeProperty().set(Optional.empty()));
        tab.select(true);
        return tab;
    }

    private DocumentTab tab(Document document) {
        StringBinding title = titles.computeIfAbsent(document.id(), _ -> DocumentTitle.binding(document));
        DocumentTab tab = new DocumentTab(
                "fltrmz-organization-20",
                title,
                document.unsavedProperty(),
                () -> {
                    control.wholeProperty().set(Optional.empty());
                    workspace.show(document);
                },
                () -> {
                    workspace.show(document);
                    actions.perform(Action.CLOSE_TAB);
                });
        tab.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            pressed = Optional.of(document);
            pressedAt = event.getSceneX();
            dragging = false;
        });
        return tab;
    }

    private void drag(Document document, MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (!dragging && Math.abs(event.getSceneX() - pressedAt) > DRAG_FROM) {
            dragging = true;
            tabOf(document).ifPresent(tab -> tab.getStyleClass().add("dragged"));
        }
        if (!dragging) {
            return;
        }
        double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        int from = workspace.documents().indexOf(document);
        int to = (int) workspace.documents().stream()
                .filter(other -> other != document)
                .flatMap(other -> tabOf(other).stream())
                .filter(other -> other.getBoundsInParent().getCenterX() < x)
                .count();
        if (to != from) {
            workspace.move(document, to);
        }
    }

    private void drop(MouseEvent event) {
        if (dragging) {
            event.consume();
        }
        pressed.flatMap(this::tabOf).ifPresent(tab -> tab.getStyleClass().remove("dragged"));
        pressed = Optional.empty();
        dragging = false;
    }

    private Optional<DocumentTab> tabOf(Document document) {
        return Optional.ofNullable(tabs.get(document.id()));
    }
}
