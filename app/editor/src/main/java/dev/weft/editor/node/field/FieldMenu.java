package dev.weft.editor.node.field;

import dev.weft.editor.text.Texts;
import dev.weft.graph.json.JsonValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What can be done with a field besides setting it.
final class FieldMenu {
    private static final Texts TEXTS = Texts.of(FieldMenu.class);

    private FieldMenu() {}

    static void show(FieldPane pane, PlacedRow placed, double x, double y) {
        if (!(placed.row() instanceof Field field)) {
            return;
        }
        ContextMenu menu = new ContextMenu();
        MenuItem reset = new MenuItem(TEXTS.get("menu.reset"));
        JsonValue initial = Setting.initial(field.parameter());
        reset.setDisable(pane.target().setting(field.parameter()).value().equals(initial));
        reset.setOnAction(_ -> pane.target().reset(field.parameter()));
        MenuItem copy = new MenuItem(TEXTS.get("menu.copy"));
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(pane.target().setting(field.parameter()).text());
            Clipboard.getSystemClipboard().setContent(content);
        });
        boolean exposed = pane.target().isExposed(field.parameter());
        MenuItem expose = new MenuItem(TEXTS.get(exposed ? "menu.hide" : "menu.expose"));
        expose.setOnAction(_ -> pane.target().expose(field.parameter(), field.label()));
        menu.getItems().addAll(expose, new SeparatorMenuItem(), reset, copy);
        menu.show(pane, x, y);
    }
}
