package dev.weft.editor.outline;

import dev.weft.editor.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The popup that finds nodes: a field and what was found. The node that is chosen is shown at once, Enter
/// closes.
final class FinderPopup extends VBox {
    private static final Texts TEXTS = Texts.of(FinderPopup.class);

    static final double WIDTH = 368;
    private static final double ROW = 36;
    private static final int MOST_ROWS = 8;

    private final GraphSearch search;
    private final Consumer<OutlineEntry> go;
    private final Runnable close;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final ListView<FoundNode> list = new ListView<>();

    /// @param go shows a node
    FinderPopup(GraphSearch search, String prompt, Consumer<OutlineEntry> go, Runnable close) {
        this.search = search;
        this.go = go;
        this.close = close;
        getStyleClass().addAll("popup-card", "node-search", "finder");
        setId("finder");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        field.setPromptText(prompt);
        field.setId("finder-field");
        field.getStyleClass().add("bare");
        HBox.setHgrow(field, Priority.ALWAYS);
        count.getStyleClass().addAll("caption", "text-3");
        HBox box = new HBox(new FontIcon("fltrmz-search-20"), field, count);
        box.getStyleClass().add("search-head");
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox head = new HBox(box);
        head.getStyleClass().add("search-top");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> cell());
        getChildren().addAll(head, list, keys());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        field.textProperty().subscribe(_ -> fill());
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    private ListCell<FoundNode> cell() {
        ListCell<FoundNode> cell = new ListCell<>() {
            @Override
            protected void updateItem(FoundNode found, boolean empty) {
                super.updateItem(found, empty);
                setText(null);
                setGraphic(empty || found == null ? null : row(found));
            }
        };
        cell.getStyleClass().add("finder-cell");
        cell.setPrefWidth(0);
        cell.setOnMouseClicked(_ -> {
            if (!cell.isEmpty()) {
                take();
            }
        });
        return cell;
    }

    private static HBox row(FoundNode found) {
        Label title = new Label(found.entry().title());
        title.getStyleClass().add("search-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label reason = new Label(found.reason());
        reason.getStyleClass().addAll("caption", "text-3");
        reason.setMaxWidth(Double.MAX_VALUE);
        reason.setAlignment(Pos.CENTER_RIGHT);
        reason.setMinWidth(0);
        HBox.setHgrow(reason, Priority.ALWAYS);
        HBox row = new HBox(new FontIcon(found.entry().icon()), title, reason);
        row.getStyleClass().add("search-row");
        row.setAccessibleText(found.entry().title() + ", " + found.reason());
        return row;
    }

    private static HBox keys() {
        Label arrows = new Label("↑↓");
        Label enter = new Label(TEXTS.get("key_enter"));
        arrows.getStyleClass().add("key");
        enter.getStyleClass().add("key");
        HBox keys = new HBox(arrows, new Label(TEXTS.get("key_choose")), enter, new Label(TEXTS.get("key_go")));
        keys.getStyleClass().addAll("search-keys", "finder-keys");
        return keys;
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER -> take();
            case ESCAPE -> close.run();
            case TAB -> {}
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int step) {
        int size = list.getItems().size();
        if (size > 0) {
            int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + step, size);
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - MOST_ROWS / 2));
            show();
        }
    }

    private void take() {
        show();
        close.run();
    }

    private void show() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(found -> go.accept(found.entry()));
    }

    private void fill() {
        list.getItems().setAll(search.find(field.getText()));
        int found = list.getItems().size();
        list.getSelectionModel().select(0);
        Label none = new Label(TEXTS.get("found_none", field.getText().strip()));
        none.getStyleClass().add("text-2");
        list.setPlaceholder(none);
        count.setText(found == 1 ? TEXTS.get("found_one") : TEXTS.get("found_count", found));
        double height = ROW * Math.clamp(found, 1, MOST_ROWS);
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
    }
}
