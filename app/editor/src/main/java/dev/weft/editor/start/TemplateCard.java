package dev.weft.editor.start;

import dev.weft.editor.text.Texts;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A template: its pictures, its name and what it is for.
final class TemplateCard extends VBox {
    private static final Texts TEXTS = Texts.of(TemplateCard.class);
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Template template;

    /// @param first whether it says to begin with it
    /// @param choose called when it is chosen
    /// @param open called when it is to be opened
    TemplateCard(Template template, boolean first, Runnable choose, Runnable open) {
        this.template = template;
        StackPane pictures = new StackPane(new Strip(template.pictures()));
        pictures.getStyleClass().add("template-pictures");
        Label title = new Label(TEXTS.get(template.id()));
        title.getStyleClass().addAll("body", "strong");
        HBox head = new HBox(title);
        if (first) {
            HBox gap = new HBox();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label start = new Label(TEXTS.get("start_here"));
            start.getStyleClass().addAll("pill", "accent");
            start.setMinWidth(USE_PREF_SIZE);
            head.getChildren().addAll(gap, start);
        }
        Label text = new Label(TEXTS.get(template.id() + "_text"));
        text.getStyleClass().addAll("text-2", "wrap");
        VBox words = new VBox(head, text);
        words.getStyleClass().add("template-words");
        getStyleClass().addAll("card", "template-card");
        setId("template-" + template.id());
        getChildren().addAll(pictures, words);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(TEXTS.get(template.id()) + ". " + TEXTS.get(template.id() + "_text"));
        focusedProperty().subscribe(focused -> {
            if (focused) {
                choose.run();
            }
        });
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                choose.run();
                if (event.getClickCount() == 2) {
                    open.run();
                }
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open.run();
                event.consume();
            }
        });
    }

    Template template() {
        return template;
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }
}
