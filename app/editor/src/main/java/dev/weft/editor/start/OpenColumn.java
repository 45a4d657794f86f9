package dev.weft.editor.start;

import com.google.inject.Inject;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.action.KeyBindings;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.text.Texts;
import dev.weft.editor.workspace.DocumentOpener;
import dev.weft.editor.workspace.DocumentTitle;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The right column of the start page: what was open lately, and how else to open something.
final class OpenColumn {
    private static final Texts TEXTS = Texts.of(OpenColumn.class);
    private static final double WIDTH = 240;
    private static final int SHOWN = 8;

    private final Preferences preferences;
    private final DocumentOpener opener;
    private final Actions actions;
    private final KeyBindings keys;
    private final VBox recent = new VBox();

    @Inject
    OpenColumn(Preferences preferences, DocumentOpener opener, Actions actions, KeyBindings keys) {
        this.preferences = preferences;
        this.opener = opener;
        this.actions = actions;
        this.keys = keys;
    }

    Node content() {
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        preferences.recentFiles().addListener((ListChangeListener<Path>) _ -> fill());
        fill();
        VBox column = new VBox(
                caption(TEXTS.get("recent")),
                recent,
                rule,
                caption(TEXTS.get("open")),
                way("fltral-folder-open-20", TEXTS.get("open_file"), Action.OPEN, true),
                way("fltral-image-20", TEXTS.get("open_picture"), Action.OPEN, false),
                way("fltral-clipboard-paste-20", TEXTS.get("paste"), Action.PASTE, true),
                drop());
        column.getStyleClass().add("start-right");
        column.setMinWidth(WIDTH);
        column.setMaxWidth(WIDTH);
        return column;
    }

    private void fill() {
        recent.getChildren().clear();
        List<Path> files = preferences.recentFiles();
        if (files.isEmpty()) {
            Label nothing = new Label(TEXTS.get("recent_empty"));
            nothing.getStyleClass().addAll("text-2", "wrap");
            recent.getChildren().add(nothing);
        }
        for (Path file : files.subList(0, Math.min(SHOWN, files.size()))) {
            Button link = new Button(DocumentTitle.plainName(file), new FontIcon("fltrmz-organization-20"));
            link.getStyleClass().setAll("button", "start-link");
            link.setMaxWidth(Double.MAX_VALUE);
            link.setTooltip(new Tooltip(file.toString()));
            link.setOnAction(_ -> opener.open(List.of(file)));
            recent.getChildren().add(link);
        }
    }

    private static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("caption", "strong", "text-2", "start-caption");
        return label;
    }

    private Node way(String icon, String title, Action action, boolean keyShown) {
        Button link = new Button(title, new FontIcon(icon));
        link.getStyleClass().setAll("button", "start-link");
        link.setMaxWidth(Double.MAX_VALUE);
        link.setOnAction(_ -> actions.perform(action));
        link.disableProperty().bind(actions.possibleProperty(action).not());
        HBox.setHgrow(link, Priority.ALWAYS);
        Label key = new Label(keys.words(action));
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(link);
        row.getStyleClass().add("start-way");
        if (keyShown && !key.getText().isEmpty()) {
            row.getChildren().add(key);
        }
        return row;
    }

    private static Node drop() {
        Label label = new Label(TEXTS.get("drop"));
        label.getStyleClass().addAll("text-2", "wrap");
        label.setMaxWidth(160);
        VBox box = new VBox(new FontIcon("fltral-arrow-download-20"), label);
        box.getStyleClass().add("start-drop");
        return box;
    }
}
