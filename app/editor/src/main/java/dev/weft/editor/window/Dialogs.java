package dev.weft.editor.window;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Asks questions over the window, one at a time. The caller goes on at once; what is chosen runs later.
@Singleton
public final class Dialogs {
    private record Question(String title, List<Node> content, List<Choice> choices) {}

    private final WindowControl control;
    private final Deque<Question> waiting = new ArrayDeque<>();
    private Optional<StackPane> open = Optional.empty();
    private Optional<Node> focusBefore = Optional.empty();

    @Inject
    Dialogs(WindowControl control) {
        this.control = control;
    }

    /// Asks a question.
    ///
    /// @param title what it is about, in a few words
    /// @param text one sentence for what is, and one for what to do
    /// @param choices in the order of their buttons; the last stands at the right
    public void ask(String title, String text, List<Choice> choices) {
        Label label = new Label(text);
        label.getStyleClass().addAll("body", "text-2", "wrap");
        label.setMinHeight(Region.USE_PREF_SIZE);
        ask(title, List.of(label), choices);
    }

    /// Asks a question with contents of its own.
    public void ask(String title, List<? extends Node> content, List<Choice> choices) {
        Question question = new Question(title, List.copyOf(content), List.copyOf(choices));
        if (open.isPresent()) {
            waiting.add(question);
        } else {
            show(question);
        }
    }

    /// Closes the question that is open without choosing.
    public void close() {
        open.ifPresent(control::lift);
        open = Optional.empty();
        control.modalProperty().set(false);
        focusBefore.ifPresent(Node::requestFocus);
        if (!waiting.isEmpty()) {
            show(waiting.removeFirst());
        }
    }

    private void show(Question question) {
        Label title = new Label(question.title());
        title.getStyleClass().addAll("head", "wrap");
        title.setMinHeight(Region.USE_PREF_SIZE);
        HBox buttons = new HBox();
        buttons.getStyleClass().add("dialog-buttons");
        question.choices().forEach(choice -> buttons.getChildren().add(button(choice)));
        VBox card = new VBox(title);
        card.getStyleClass().addAll("popup-card", "dialog-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        card.getChildren().addAll(question.content());
        card.getChildren().add(buttons);
        StackPane scrim = new StackPane(card);
        scrim.getStyleClass().add("scrim");
        scrim.setId("dialog");
        scrim.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                question.choices().stream()
                        .filter(choice -> choice.look() == Choice.Look.CANCEL)
                        .findFirst()
                        .ifPresent(this::choose);
            }
        });
        focusBefore = Optional.ofNullable(control.overlay().getScene()).map(scene -> scene.getFocusOwner());
        open = Optional.of(scrim);
        control.modalProperty().set(true);
        control.lay(scrim);
        Node first = buttons.getChildren().stream()
                .filter(node -> node.getStyleClass().contains("primary"))
                .findFirst()
                .orElse(buttons.getChildren().getLast());
        Platform.runLater(first::requestFocus);
    }

    private Button button(Choice choice) {
        Button button = new Button(choice.title());
        switch (choice.look()) {
            case PRIMARY -> {
                button.getStyleClass().add("primary");
                button.setDefaultButton(true);
            }
            case DANGER -> button.getStyleClass().add("danger");
            case CANCEL -> button.getStyleClass().add("quiet");
            case PLAIN -> {}
        }
        button.setId("choice-" + choice.look().name().toLowerCase(Locale.ROOT));
        button.setOnAction(_ -> choose(choice));
        return button;
    }

    private void choose(Choice choice) {
        close();
        choice.then().run();
    }
}
