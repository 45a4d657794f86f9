package dev.weft.editor.settings;

import com.google.inject.Inject;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The canvas, and what its colours and shapes stand for.
final class CanvasSettings {
    private static final Texts TEXTS = Texts.of(CanvasSettings.class);
    private static final List<String> KINDS =
            List.of("model", "clip", "vae", "cond", "latent", "image", "style", "ctrl", "report", "value");
    private static final int COLUMNS = 5;

    private final Preferences preferences;

    @Inject
    CanvasSettings(Preferences preferences) {
        this.preferences = preferences;
    }

    Section section() {
        Map<Boolean, String> wires = new LinkedHashMap<>();
        wires.put(false, TEXTS.get("wires_show"));
        wires.put(true, TEXTS.get("wires_dim"));
        Label legend = new Label(TEXTS.get("kinds"));
        legend.getStyleClass().add("text-2");
        return new Section(
                "canvas",
                TEXTS.get("canvas"),
                "fltrmz-organization-20",
                List.of(
                        new Setting(
                                TEXTS.get("wires"),
                                TEXTS.get("wires_purpose"),
                                Controls.segments("far-wires", preferences.dimFarWiresProperty(), wires)),
                        kinds(),
                        legend,
                        new Setting(
                                TEXTS.get("snap"),
                                TEXTS.get("snap_purpose"),
                                Controls.toggle("snap", preferences.snapProperty())),
                        new Setting(
                                TEXTS.get("minimap"), "", Controls.toggle("minimap", preferences.minimapProperty()))));
    }

    Section running() {
        return new Section(
                "running",
                TEXTS.get("running"),
                "fltral-flash-on-20",
                List.of(new Setting(
                        TEXTS.get("preview"),
                        TEXTS.get("preview_purpose"),
                        Controls.toggle("live-preview", preferences.livePreviewProperty()))));
    }

    private static GridPane kinds() {
        GridPane grid = new GridPane(4, 4);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < KINDS.size(); i++) {
            String kind = KINDS.get(i);
            Region glyph = new Region();
            glyph.getStyleClass().add("weft-port-" + kind);
            glyph.setMinSize(12, 12);
            glyph.setMaxSize(12, 12);
            Label label = new Label(TEXTS.get("kind_" + kind), glyph);
            label.getStyleClass().add("kind");
            label.setMaxWidth(Double.MAX_VALUE);
            GridPane.setHgrow(label, Priority.ALWAYS);
            grid.add(label, i % COLUMNS, i / COLUMNS);
        }
        return grid;
    }
}
