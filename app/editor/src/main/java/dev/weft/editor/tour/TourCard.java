package dev.weft.editor.tour;

import dev.weft.editor.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What one step of the tour says.
final class TourCard extends VBox {
    private static final Texts TEXTS = Texts.of(TourCard.class);

    /// @param number of the step, from 1
    /// @param next called to go on
    /// @param skip called to stop
    TourCard(Step step, int number, int count, Runnable next, Runnable skip) {
        Label title = new Label(TEXTS.get(step.id()));
        title.getStyleClass().addAll("body", "strong");
        Label place = new Label(TEXTS.get("place", String.valueOf(number), String.valueOf(count)));
        place.getStyleClass().addAll("mono", "text-2");
        HBox head = new HBox(title, gap(), place);
        head.getStyleClass().add("tour-head");
        Label text = new Label(TEXTS.get(step.id() + "_text"));
        text.getStyleClass().addAll("text-2", "wrap");
        text.setMinHeight(USE_PREF_SIZE);
        Button go = new Button(TEXTS.get(number == count ? "done" : "next"));
        go.getStyleClass().add("primary");
        go.setId("tour-next");
        go.setOnAction(_ -> next.run());
        Button stop = new Button(TEXTS.get("skip"));
        stop.getStyleClass().add("quiet");
        stop.setId("tour-skip");
        stop.setVisible(number < count);
        stop.setOnAction(_ -> skip.run());
        HBox buttons = new HBox(stop, gap(), go);
        getStyleClass().addAll("popup-card", "tour-card");
        getChildren().addAll(head, text, buttons);
    }

    private static HBox gap() {
        HBox gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
