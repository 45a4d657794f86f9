package dev.weft.editor.problems;

import com.google.inject.Inject;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Drawer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/// The bottom tab that shows what runs did.
final class LogPanel extends BorderPane {
    private static final Texts TEXTS = Texts.of(LogPanel.class);
    private static final double ROW = 20;

    @Inject
    LogPanel(RunLog log) {
        getStyleClass().add("run-log");
        setId("run-log");
        ListView<String> list = new ListView<>(log.lines());
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(String line, boolean empty) {
                super.updateItem(line, empty);
                getStyleClass().setAll("cell", "indexed-cell", "list-cell", "log-cell");
                setText(empty ? null : line);
            }
        });
        Label none = new Label(TEXTS.get("log_empty"));
        none.getStyleClass().add("text-3");
        list.setPlaceholder(none);
        log.lines().addListener((ListChangeListener<String>)
                _ -> list.scrollTo(log.lines().size() - 1));
        setCenter(list);
        HBox buttons = new HBox(
                button("log_copy", () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(String.join("\n", log.lines()));
                    Clipboard.getSystemClipboard().setContent(content);
                }),
                button("log_clear", log.lines()::clear));
        getProperties().put(Drawer.HEAD, buttons);
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(TEXTS.get(key));
        button.getStyleClass().addAll("quiet", "small");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
