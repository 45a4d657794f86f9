package dev.weft.editor.theme;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// The root of a window whose contents are drawn larger or smaller as a whole: they are laid out in the
/// window's size
/// divided by the scale, and then magnified.
public final class ScaledRoot extends Region {
    private final DoubleProperty scale = new SimpleDoubleProperty(1);
    private final Node content;

    /// @param content fills it
    public ScaledRoot(Node content) {
        this.content = content;
        Scale transform = new Scale();
        transform.xProperty().bind(scale);
        transform.yProperty().bind(scale);
        content.getTransforms().add(transform);
        getChildren().add(content);
        scale.subscribe(this::requestLayout);
    }

    /// How large everything is drawn: 1 is 100 %.
    public DoubleProperty scaleProperty() {
        return scale;
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.get(), getHeight() / scale.get());
    }
}
