package dev.weft.editor.gallery;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A picture that can be zoomed and moved. At first it fits, at most doubled eightfold.
final class ZoomedPicture extends Region {
    /// What one turn of the wheel does.
    static final double STEP = 1.25;

    private static final double SMALLEST = 0.05;
    private static final double LARGEST = 32;
    private static final double LARGEST_AT_FIRST = 8;
    private static final double PIXELS_FROM = 4;
    private static final double MARGIN = 24;

    private final ImageView view = new ImageView();
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private final Rectangle clip = new Rectangle();
    private boolean fitting = true;
    private double x;
    private double y;
    private double grabX;
    private double grabY;

    ZoomedPicture() {
        setMinSize(0, 0);
        setClip(clip);
        getChildren().add(view);
        setOnScroll(this::wheel);
        setOnMousePressed(this::grab);
        setOnMouseDragged(this::drag);
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                if (fitting) {
                    zoomTo(1);
                } else {
                    fit();
                }
            }
        });
    }

    /// How large a pixel of the picture is shown.
    ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    /// Shows a picture so that it fits.
    void show(Image image) {
        view.setImage(image);
        image.progressProperty().addListener((_, _, _) -> requestLayout());
        fit();
    }

    /// Makes all of the picture visible.
    void fit() {
        fitting = true;
        x = 0;
        y = 0;
        requestLayout();
    }

    /// Zooms about the middle.
    void zoomBy(double factor) {
        zoomTo(zoom.get() * factor);
    }

    /// Shows each pixel of the picture this large.
    void zoomTo(double wanted) {
        zoomAt(wanted, getWidth() / 2, getHeight() / 2);
    }

    private void wheel(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            double factor = event.getDeltaY() > 0 ? STEP : 1 / STEP;
            zoomAt(zoom.get() * factor, event.getX(), event.getY());
        }
        event.consume();
    }

    private void zoomAt(double wanted, double pointerX, double pointerY) {
        double before = zoom.get();
        double after = Math.clamp(wanted, SMALLEST, LARGEST);
        double fromX = pointerX - getWidth() / 2 - x;
        double fromY = pointerY - getHeight() / 2 - y;
        x += fromX * (1 - after / before);
        y += fromY * (1 - after / before);
        fitting = false;
        zoom.set(after);
        requestLayout();
    }

    private void grab(MouseEvent event) {
        grabX = event.getX() - x;
        grabY = event.getY() - y;
    }

    private void drag(MouseEvent event) {
        fitting = false;
        x = event.getX() - grabX;
        y = event.getY() - grabY;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        clip.setWidth(width);
        clip.setHeight(height);
        Image image = view.getImage();
        if (image == null || image.getWidth() <= 0 || width <= 0 || height <= 0) {
            return;
        }
        if (fitting) {
            double fits = Math.min((width - 2 * MARGIN) / image.getWidth(), (height - 2 * MARGIN) / image.getHeight());
            zoom.set(Math.clamp(fits, SMALLEST, LARGEST_AT_FIRST));
        }
        double shownWidth = image.getWidth() * zoom.get();
        double shownHeight = image.getHeight() * zoom.get();
        view.setFitWidth(shownWidth);
        view.setFitHeight(shownHeight);
        view.setSmooth(zoom.get() < PIXELS_FROM || fitting);
        view.relocate((width - shownWidth) / 2 + x, (height - shownHeight) / 2 + y);
    }
}
