package dev.weft.editor.settings;

import dev.weft.editor.action.Action;
import dev.weft.editor.action.KeyBindings;
import dev.weft.editor.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The keys of one action. A click on them waits for other keys; if those belong to another action, it says so,
/// and
/// takes them when they are pressed again.
final class KeyRow extends VBox implements Findable {
    private static final Texts TEXTS = Texts.of(KeyRow.class);
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

    private final Action action;
    private final KeyBindings keys;
    private final Button change = new Button();
    private final Label conflict = new Label();
    private Optional<KeyCombination> wanted = Optional.empty();
    private boolean waiting;

    KeyRow(Action action, KeyBindings keys) {
        this.action = action;
        this.keys = keys;
        change.getStyleClass().setAll("button", "quiet", "key-button");
        change.setId("key-" + action.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        change.setTooltip(new Tooltip(TEXTS.get("change_keys")));
        change.setOnAction(_ -> ask());
        change.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        change.focusedProperty().subscribe(focused -> {
            if (!focused) {
                stop();
            }
        });
        conflict.getStyleClass().addAll("text-warn", "wrap");
        getStyleClass().add("key-row");
        getChildren().addAll(List.of(new Setting(action.title(), "", change), conflict));
        keys.onChange(this::show);
        show();
    }

    @Override
    public boolean about(String typed) {
        return (action.title() + " " + keys.words(action))
                .toLowerCase(java.util.Locale.getDefault())
                .contains(typed.toLowerCase(java.util.Locale.getDefault()));
    }

    private void ask() {
        waiting = true;
        wanted = Optional.empty();
        change.pseudoClassStateChanged(WAITING, true);
        change.setGraphic(new Label(TEXTS.get("press_keys")));
    }

    private void stop() {
        if (waiting) {
            waiting = false;
            change.pseudoClassStateChanged(WAITING, false);
            show();
        }
    }

    private void pressed(KeyEvent event) {
        if (!waiting) {
            return;
        }
        event.consume();
        if (event.getCode() == KeyCode.ESCAPE) {
            stop();
        } else if (event.getCode() == KeyCode.BACK_SPACE) {
            keys.set(action, Optional.empty());
            stop();
        } else if (!event.getCode().isModifierKey()) {
            take(combination(event));
        }
    }

    private void take(KeyCombination pressed) {
        List<Action> others = keys.conflicts(action, pressed);
        if (!others.isEmpty() && !wanted.equals(Optional.of(pressed))) {
            wanted = Optional.of(pressed);
            conflict(TEXTS.get(
                    "keys_taken",
                    pressed.getDisplayText(),
                    others.stream().map(Action::title).collect(Collectors.joining(", "))));
            return;
        }
        keys.set(action, Optional.of(pressed));
        stop();
    }

    private static KeyCombination combination(KeyEvent event) {
        return new KeyCodeCombination(
                event.getCode(),
                value(event.isShiftDown()),
                ModifierValue.UP,
                value(event.isAltDown()),
                ModifierValue.UP,
                value(event.isShortcutDown()));
    }

    private static ModifierValue value(boolean down) {
        return down ? ModifierValue.DOWN : ModifierValue.UP;
    }

    private void conflict(String sentence) {
        conflict.setText(sentence);
        conflict.setVisible(!sentence.isEmpty());
        conflict.setManaged(!sentence.isEmpty());
    }

    private void show() {
        HBox caps = new HBox();
        caps.getStyleClass().add("key-caps");
        List<String> words = keys.caps(action);
        for (String word : words.isEmpty() ? List.of(TEXTS.get("no_keys")) : words) {
            Label cap = new Label(word);
            cap.getStyleClass().add(words.isEmpty() ? "text-3" : "key");
            caps.getChildren().add(cap);
        }
        change.setGraphic(caps);
        change.setAccessibleText(action.title() + ", " + keys.words(action));
        conflict("");
    }
}
