package dev.weft.editor.search;

import dev.weft.editor.text.Texts;
import dev.weft.editor.window.NodeSearchOpener.LooseWire;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The popup that searches: a field, what was found, a description of what is chosen, and the keys.
final class SearchPopup extends VBox {
    private static final Texts TEXTS = Texts.of(SearchPopup.class);

    static final double WIDTH = 368;
    private static final int MOST_ROWS = 8;

    private final SearchViewModel model;
    private final Consumer<FoundType> take;
    private final Runnable close;
    private final TextField field = new TextField();
    private final HBox pill = new HBox();
    private final ListView<SearchRow> list = new ListView<>();
    private final Label description = new Label();
    private final HBox keys = new HBox();
    private Optional<LooseWire> wire = Optional.empty();

    SearchPopup(SearchViewModel model, Consumer<FoundType> take, Runnable close) {
        this.model = model;
        this.take = take;
        this.close = close;
        getStyleClass().addAll("popup-card", "node-search");
        setId("node-search");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        Region above = rule();
        Region below = rule();
        getChildren().addAll(head(), list, above, description, below, keys);
        field.textProperty().bindBidirectional(model.typedProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        description.getStyleClass().addAll("wrap", "text-2", "search-description");
        keys.getStyleClass().add("search-keys");
        list.setItems(model.rows());
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new SearchCell(model, model::choose, this::take));
        model.rows().addListener((ListChangeListener<SearchRow>) _ -> fit());
        model.chosenProperty().subscribe(_ -> follow());
        model.everythingProperty().subscribe(_ -> showWire());
    }

    /// Begins anew with an empty field.
    void open(Optional<LooseWire> waiting) {
        wire = waiting;
        model.begin(waiting);
        showWire();
        fit();
        field.requestFocus();
    }

    private HBox head() {
        FontIcon icon = new FontIcon("fltrmz-search-20");
        field.setId("node-search-field");
        field.getStyleClass().add("bare");
        HBox.setHgrow(field, Priority.ALWAYS);
        pill.getStyleClass().add("search-pill");
        HBox box = new HBox(icon, field, pill);
        box.getStyleClass().add("search-head");
        HBox head = new HBox(box);
        head.getStyleClass().add("search-top");
        HBox.setHgrow(box, Priority.ALWAYS);
        return head;
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.go(1);
            case UP -> model.go(-1);
            case ENTER -> model.chosen().ifPresent(take);
            case TAB -> {
                if (wire.isPresent()) {
                    model.everythingProperty().set(!model.everythingProperty().get());
                }
            }
            case ESCAPE -> close.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void take(int index) {
        model.choose(index);
        if (model.chosenProperty().get() == index) {
            model.chosen().ifPresent(take);
        }
    }

    private void showWire() {
        Optional<LooseWire> filter = model.filter();
        field.setPromptText(TEXTS.get(filter.map(each -> each.output() ? "search_takes" : "search_gives")
                .orElse("search")));
        pill.getChildren().clear();
        filter.ifPresent(each -> pill.getChildren()
                .addAll(new KindSign(each.kind()), new Label(each.kind().name())));
        pill.setVisible(filter.isPresent());
        pill.setManaged(filter.isPresent());
        pill.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        keys.getChildren()
                .setAll(
                        key("↑↓"),
                        new Label(TEXTS.get("key_choose")),
                        key(TEXTS.get("key_enter")),
                        new Label(TEXTS.get(filter.isPresent() ? "key_connect" : "key_place")),
                        gap);
        if (wire.isPresent()) {
            keys.getChildren()
                    .addAll(
                            key(TEXTS.get("key_tab")),
                            new Label(TEXTS.get(filter.isPresent() ? "key_all" : "key_fitting")));
        }
    }

    private static Label key(String name) {
        Label key = new Label(name);
        key.getStyleClass().add("key");
        return key;
    }

    /// As high as its rows, up to eight node types and their headings.
    private void fit() {
        double height = 0;
        int found = 0;
        for (SearchRow row : model.rows()) {
            height += row instanceof SearchRow.Heading ? SearchCell.HEADING : SearchCell.ROW;
            found += row instanceof SearchRow.Heading ? 0 : 1;
            if (found == MOST_ROWS) {
                break;
            }
        }
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
    }

    private void follow() {
        int index = model.chosenProperty().get();
        description.setText(
                model.chosen().map(found -> found.type().description()).orElse(""));
        if (index <= 1) {
            list.scrollTo(0);
        } else if (index >= 0) {
            SearchScroll.reveal(list, index);
        }
    }
}
