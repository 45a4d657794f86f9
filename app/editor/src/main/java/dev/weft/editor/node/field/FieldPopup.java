package dev.weft.editor.node.field;

import dev.weft.editor.theme.ScaledRoot;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import javafx.stage.Popup;

/// A popup below a field, in the colours of the window that it belongs to.
class FieldPopup {
    private static final double SHADOW = 24;
    private static final double BELOW = 4;

    private final Popup popup = new Popup();
    private final VBox content = new VBox();
    private final StackPane frame = new StackPane(content);

    FieldPopup() {
        content.getStyleClass().add("field-popup");
        frame.getStyleClass().add("field-popup-frame");
        frame.setPickOnBounds(false);
        popup.getContent().add(frame);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    VBox content() {
        return content;
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    /// Shows it below a row.
    ///
    /// @param width of its content, at least
    void show(FieldPane pane, PlacedRow placed, double width) {
        Scene owner = pane.getScene();
        popup.getScene().getStylesheets().setAll(owner.getStylesheets());
        List<String> themes = owner.getRoot().getStyleClass().stream()
                .filter(style -> style.startsWith("weft-"))
                .toList();
        frame.getStyleClass().setAll("field-popup-frame");
        frame.getStyleClass().addAll(themes);
        content.setMinWidth(width);
        double scale = owner.getRoot() instanceof ScaledRoot root
                ? root.scaleProperty().get()
                : 1;
        frame.getTransforms().setAll(new Scale(scale, scale));
        Bounds place = pane.localToScreen(new BoundingBox(
                placed.area().getMinX(),
                placed.area().getMinY(),
                placed.area().getWidth(),
                placed.area().getHeight()));
        popup.show(owner.getWindow(), place.getMinX() - SHADOW * scale, place.getMaxY() + (BELOW - SHADOW) * scale);
    }

    void hide() {
        popup.hide();
    }

    /// Does something whenever it goes.
    void onHidden(Runnable done) {
        popup.setOnHidden(_ -> done.run());
    }
}
