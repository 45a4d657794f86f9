package dev.weft.editor.window;

import com.google.inject.Inject;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.KeyBindings;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.DocumentPage.Kind;
import dev.weft.editor.workspace.Workspace;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// Graph, form or gallery.
final class PageSwitch extends HBox {
    private static final Texts TEXTS = Texts.of(PageSwitch.class);
    private static final Map<Kind, Action> ACTIONS =
            Map.of(Kind.GRAPH, Action.SHOW_GRAPH, Kind.FORM, Action.SHOW_FORM, Kind.GALLERY, Action.SHOW_GALLERY);

    private final Map<Kind, ToggleButton> buttons = new EnumMap<>(Kind.class);

    @Inject
    PageSwitch(
            WindowControl control, Workspace workspace, KeyBindings keys, Map<Kind, DocumentPage.Factory> factories) {
        getStyleClass().add("segments");
        for (Kind kind : Kind.values()) {
            if (!factories.containsKey(kind)) {
                continue;
            }
            String name = kind.name().toLowerCase(Locale.ROOT);
            ToggleButton button = new ToggleButton(TEXTS.get(name));
            button.setId("page-" + name);
            button.setTooltip(new Tooltip(keys.words(ACTIONS.getOrDefault(kind, Action.SHOW_GRAPH))));
            button.setOnAction(_ -> {
                control.wholeProperty().set(java.util.Optional.empty());
                control.pageProperty().set(kind);
                button.setSelected(true);
            });
            buttons.put(kind, button);
            getChildren().add(button);
        }
        control.pageProperty().subscribe(shown -> buttons.forEach((kind, button) -> button.setSelected(kind == shown)));
        disableProperty().bind(workspace.activeProperty().map(java.util.Optional::isEmpty));
    }
}
