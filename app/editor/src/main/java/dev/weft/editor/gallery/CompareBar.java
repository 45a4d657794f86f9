package dev.weft.editor.gallery;

import dev.weft.editor.text.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bar above the pictures: how they are shown, and which sets are held against each other.
final class CompareBar extends HBox {
    private static final Texts TEXTS = Texts.of(CompareBar.class);

    private final Comparison comparison;
    private final Label nameA = new Label();
    private final Label nameB = new Label();
    private final HBox pair;

    CompareBar(Comparison comparison) {
        this.comparison = comparison;
        getStyleClass().add("compare-bar");
        nameA.getStyleClass().add("text-2");
        nameB.getStyleClass().add("text-2");
        Label against = new Label(TEXTS.get("compare.against"));
        against.getStyleClass().add("text-3");
        against.setMinWidth(Region.USE_PREF_SIZE);
        Button swap = new Button();
        swap.setId("compare-swap");
        swap.setGraphic(new FontIcon("fltral-arrow-swap-20"));
        swap.getStyleClass().addAll("quiet", "icon-button");
        swap.setTooltip(new Tooltip(TEXTS.get("compare.swap")));
        swap.setAccessibleText(TEXTS.get("compare.swap"));
        swap.setOnAction(_ -> comparison.swap());
        pair = new HBox(
                SetCard.badge(Comparison.Side.A), nameA, against, SetCard.badge(Comparison.Side.B), nameB, swap);
        pair.getStyleClass().add("compare-pair");
        Region left = new Region();
        HBox.setHgrow(left, Priority.ALWAYS);
        Region right = new Region();
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(modes(), left, pair, right);
        update();
    }

    /// Names the sets again.
    void update() {
        nameA.setText(comparison.first().map(PictureSet::title).orElse(""));
        nameB.setText(comparison.second().map(PictureSet::title).orElse(""));
        pair.setVisible(comparison.first().isPresent() && comparison.second().isPresent());
    }

    private HBox modes() {
        HBox box = new HBox();
        box.getStyleClass().add("segments");
        box.setMinWidth(Region.USE_PREF_SIZE);
        Map<Comparison.Mode, ToggleButton> buttons = new EnumMap<>(Comparison.Mode.class);
        for (Comparison.Mode mode : Comparison.Mode.values()) {
            String name = mode.name().toLowerCase(Locale.ROOT);
            ToggleButton button = new ToggleButton(TEXTS.get("mode." + name));
            button.setId("compare-" + name.replace('_', '-'));
            button.setOnAction(_ -> {
                comparison.modeProperty().set(mode);
                button.setSelected(comparison.shown() == mode);
            });
            if (mode != Comparison.Mode.SINGLE) {
                button.disableProperty()
                        .bind(Bindings.createBooleanBinding(
                                () -> comparison.first().isEmpty(), comparison.firstProperty()));
            }
            buttons.put(mode, button);
            box.getChildren().add(button);
        }
        Runnable select = () -> buttons.forEach((mode, button) -> button.setSelected(comparison.shown() == mode));
        comparison.modeProperty().subscribe(select);
        comparison.firstProperty().subscribe(select);
        return box;
    }
}
