package dev.weft.editor.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/// What changes a preference.
final class Controls {
    private Controls() {}

    /// On or off.
    static Node toggle(String id, BooleanProperty value) {
        CheckBox box = new CheckBox();
        box.getStyleClass().add("switch");
        box.setId(id);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    /// One of a few, all of them seen.
    ///
    /// @param titles what people read, in order
    static <T> Node segments(String id, Property<T> value, Map<T, String> titles) {
        HBox box = new HBox();
        box.getStyleClass().add("segments");
        Map<T, ToggleButton> buttons = new LinkedHashMap<>();
        titles.forEach((choice, title) -> {
            ToggleButton button = new ToggleButton(title);
            button.setId(id + "-" + choice.toString().toLowerCase(java.util.Locale.ROOT));
            button.setOnAction(_ -> {
                value.setValue(choice);
                button.setSelected(true);
            });
            buttons.put(choice, button);
            box.getChildren().add(button);
        });
        value.subscribe(now -> buttons.forEach((choice, button) -> button.setSelected(choice.equals(now))));
        return box;
    }

    /// One of several, of which one is seen.
    static <T> Node choice(String id, Property<T> value, List<T> choices, Function<T, String> title) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(choices);
        box.setPrefWidth(200);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T choice) {
                return Optional.ofNullable(choice).map(title).orElse("");
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        box.valueProperty().bindBidirectional(value);
        // Bindings hold what they bind weakly, and nobody else may hold this.
        box.getProperties().put("value", value);
        return box;
    }
}
