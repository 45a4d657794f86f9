package dev.weft.editor.settings;

import com.google.inject.Inject;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.KeyBindings;
import dev.weft.editor.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;

/// The keys of all actions.
final class KeySettings {
    private static final Texts TEXTS = Texts.of(KeySettings.class);

    private final KeyBindings keys;

    @Inject
    KeySettings(KeyBindings keys) {
        this.keys = keys;
    }

    Section section() {
        Button reset = new Button(TEXTS.get("reset"));
        reset.setId("reset-keys");
        reset.setOnAction(_ -> keys.reset());
        List<Node> rows = new ArrayList<>();
        rows.add(new Setting(TEXTS.get("reset_keys"), TEXTS.get("keys_purpose"), reset));
        Arrays.stream(Action.values()).map(action -> new KeyRow(action, keys)).forEach(rows::add);
        return new Section("keys", TEXTS.get("keys"), "fltral-keyboard-20", rows);
    }
}
