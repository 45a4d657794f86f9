package dev.weft.editor.queue;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A row of the queue: something at the left, two lines, something at the right.
class QueueRow extends HBox {
    QueueRow(Node first, String title, String below) {
        Label name = new Label(title);
        name.getStyleClass().add("medium");
        Label caption = new Label(below);
        caption.getStyleClass().addAll("caption", "text-3");
        VBox words = new VBox(name, caption);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getStyleClass().add("queue-row");
        getChildren().setAll(first, words);
        setFocusTraversable(true);
        setAccessibleText(title + ", " + below);
        caption.setTooltip(new Tooltip(below));
    }

    final void end(Node node) {
        getChildren().add(node);
    }

    static Button small(String words, Runnable work) {
        Button button = new Button(words);
        button.getStyleClass().addAll("quiet", "small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> work.run());
        return button;
    }

    static Button icon(String literal, String words, Runnable work) {
        Button button = new Button();
        button.setGraphic(new FontIcon(literal));
        button.getStyleClass().addAll("quiet", "icon-button", "small");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(_ -> work.run());
        return button;
    }
}
