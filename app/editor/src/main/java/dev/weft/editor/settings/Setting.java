package dev.weft.editor.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One row of the settings: a name, perhaps what it is for, and what changes it.
final class Setting extends HBox implements Findable {
    private final String words;

    /// @param name what people read
    /// @param purpose one phrase more, or empty
    /// @param control changes it
    Setting(String name, String purpose, Node control) {
        words = name + " " + purpose;
        Label title = new Label(name);
        title.getStyleClass().add("body");
        VBox text = new VBox(title);
        if (!purpose.isEmpty()) {
            Label more = new Label(purpose);
            more.getStyleClass().addAll("text-2", "wrap");
            text.getChildren().add(more);
        }
        text.getStyleClass().add("setting-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        if (control instanceof Region region) {
            region.setMinWidth(USE_PREF_SIZE);
        }
        control.setAccessibleText(name);
        getStyleClass().add("setting");
        getChildren().addAll(List.of(text, control));
    }

    @Override
    public boolean about(String typed) {
        return words.toLowerCase(java.util.Locale.getDefault())
                .contains(typed.toLowerCase(java.util.Locale.getDefault()));
    }
}
