package dev.weft.editor.node.field;

import dev.weft.editor.text.Texts;
import dev.weft.editor.theme.IconText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Lets people choose one of several, by pointing or by typing a part of its name.
final class ChoicePopup extends FieldPopup {
    private static final Texts TEXTS = Texts.of(ChoicePopup.class);
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double ROW = 28;
    private static final double PICTURE_ROW = 40;
    private static final int VISIBLE = 9;
    private static final int SEARCHED = 6;
    private static final double NARROWEST = 160;

    private final TextField search = new TextField();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private List<Option> options = List.of();
    private List<Option> shown = List.of();
    private String chosen = "";
    private Consumer<String> choose = _ -> {};
    private int current;

    ChoicePopup() {
        search.getStyleClass().add("field-popup-search");
        search.setPromptText(TEXTS.get("search"));
        search.setAccessibleText(TEXTS.get("search"));
        search.textProperty().subscribe(this::filter);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        scroll.getStyleClass().add("field-popup-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        content().getChildren().addAll(search, scroll);
    }

    /// Shows options below a row.
    ///
    /// @param value of the option that is chosen now
    /// @param done is given the value of the one that people choose
    void open(FieldPane pane, PlacedRow placed, List<Option> all, String value, Consumer<String> done) {
        chosen = value;
        choose = done;
        search.clear();
        boolean searched = all.size() > SEARCHED;
        search.setVisible(true);
        search.setOpacity(searched ? 1 : 0);
        search.setMaxHeight(searched ? Region.USE_COMPUTED_SIZE : 0);
        search.setMinHeight(searched ? Region.USE_COMPUTED_SIZE : 0);
        search.setPrefHeight(searched ? ROW : 0);
        offer(all);
        onHidden(pane::requestFocus);
        show(pane, placed, Math.max(NARROWEST, placed.area().getWidth()));
        search.requestFocus();
    }

    /// Shows other options, as those that took a while to find.
    void offer(List<Option> all) {
        options = List.copyOf(all);
        filter(search.getText());
    }

    private void filter(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        shown = options.stream()
                .filter(option -> option.title().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        List<Region> rows = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            rows.add(row(shown.get(i), i));
        }
        if (rows.isEmpty()) {
            Label nothing = new Label(TEXTS.get("nothing"));
            nothing.getStyleClass().add("field-popup-nothing");
            rows.add(nothing);
        }
        list.getChildren().setAll(rows);
        boolean pictures = shown.stream().anyMatch(Option::tall);
        double height = Math.min(rows.size(), VISIBLE) * (pictures ? PICTURE_ROW : ROW) + 2;
        scroll.setPrefHeight(height);
        scroll.setMinHeight(height);
        int wish = 0;
        for (int i = 0; i < shown.size(); i++) {
            if (wanted.isEmpty() && shown.get(i).value().equals(chosen)) {
                wish = i;
            }
        }
        go(wish);
    }

    private Region row(Option option, int index) {
        Label title = new Label(option.title());
        title.getStyleClass().add("field-popup-title");
        VBox words = new VBox(title);
        if (!option.detail().isEmpty()) {
            Label detail = new Label(option.detail());
            detail.getStyleClass().add("field-popup-detail");
            words.getChildren().add(detail);
        }
        HBox row = new HBox(words);
        HBox.setHgrow(words, Priority.ALWAYS);
        row.getStyleClass().add("field-popup-row");
        double height = option.tall() ? PICTURE_ROW : ROW;
        row.setMinHeight(height);
        row.setMaxHeight(height);
        option.picture().ifPresent(image -> {
            ImageView view = new ImageView(image);
            view.setFitWidth(PICTURE_ROW - 8);
            view.setFitHeight(PICTURE_ROW - 8);
            view.setPreserveRatio(true);
            row.getChildren().addFirst(view);
        });
        if (option.value().equals(chosen)) {
            row.getChildren().add(IconText.of("fltral-checkmark-16", 12, "colour-accent"));
        }
        row.setOnMouseEntered(_ -> go(index));
        row.setOnMouseClicked(_ -> take(index));
        return row;
    }

    private void go(int index) {
        current = Math.clamp(index, 0, Math.max(0, list.getChildren().size() - 1));
        for (int i = 0; i < list.getChildren().size(); i++) {
            list.getChildren().get(i).pseudoClassStateChanged(CURRENT, i == current && !shown.isEmpty());
        }
        if (shown.size() > VISIBLE) {
            double first = scroll.getVvalue() * (shown.size() - VISIBLE);
            if (current < first) {
                scroll.setVvalue((double) current / (shown.size() - VISIBLE));
            } else if (current > first + VISIBLE - 1) {
                scroll.setVvalue((double) (current - VISIBLE + 1) / (shown.size() - VISIBLE));
            }
        }
    }

    private void press(KeyEvent event) {
        boolean taken = true;
        switch (event.getCode()) {
            case DOWN -> go(current + 1);
            case UP -> go(current - 1);
            case ENTER -> take(current);
            case ESCAPE, TAB -> hide();
            default -> taken = false;
        }
        if (taken) {
            event.consume();
        }
    }

    private void take(int index) {
        if (index < shown.size()) {
            String value = shown.get(index).value();
            hide();
            choose.accept(value);
        }
    }
}
