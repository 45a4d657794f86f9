package dev.weft.editor.node.field;

import dev.weft.editor.text.Texts;
import dev.weft.graph.json.JsonString;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// Lets people choose a colour: one of a palette, or any by its number.
final class ColourPopup extends FieldPopup {
    private static final Texts TEXTS = Texts.of(ColourPopup.class);
    private static final Pattern NUMBER = Pattern.compile("#?([0-9a-fA-F]{6})");
    private static final double WIDTH = 176;
    private static final double PATCH = 18;

    /// Eight hues in three lightnesses, and greys.
    private static final List<String> PALETTE = List.of(
            "#FCA5A5", "#FDBA74", "#FDE047", "#86EFAC", "#67E8F9", "#93C5FD", "#C4B5FD", "#F9A8D4", "#DC2626",
            "#EA580C", "#CA8A04", "#16A34A", "#0891B2", "#2563EB", "#7C3AED", "#DB2777", "#7F1D1D", "#7C2D12",
            "#713F12", "#14532D", "#164E63", "#1E3A8A", "#4C1D95", "#831843", "#FFFFFF", "#E5E7EB", "#D1D5DB",
            "#9CA3AF", "#6B7280", "#374151", "#1F2937", "#000000");

    private final TextField number = new TextField();
    private final FlowPane patches = new FlowPane(2, 2);

    ColourPopup() {
        patches.setPrefWrapLength(WIDTH - 16);
        patches.getStyleClass().add("field-popup-colours");
        number.getStyleClass().add("field-popup-search");
        number.setAccessibleText(TEXTS.get("colour_number"));
        content().getChildren().addAll(patches, number);
    }

    /// Shows it below a row.
    void open(FieldPane pane, PlacedRow placed, Field.Colour field) {
        patches.getChildren().clear();
        for (String colour : PALETTE) {
            Region patch = new Region();
            patch.setMinSize(PATCH, PATCH);
            patch.getStyleClass().add("field-popup-colour");
            patch.setStyle("-fx-background-color: " + colour + ";");
            patch.setAccessibleText(colour);
            patch.setOnMouseClicked(_ -> take(pane, field, colour));
            patches.getChildren().add(patch);
        }
        number.setText(field.words());
        number.setOnAction(_ -> take(pane, field, number.getText()));
        onHidden(pane::requestFocus);
        show(pane, placed, WIDTH);
        number.requestFocus();
    }

    private void take(FieldPane pane, Field.Colour field, String typed) {
        if (NUMBER.matcher(typed.strip()).matches()) {
            String digits = typed.strip().replace("#", "").toUpperCase(Locale.ROOT);
            hide();
            pane.target().setOnce(field.parameter(), new JsonString("#" + digits));
        }
    }
}
