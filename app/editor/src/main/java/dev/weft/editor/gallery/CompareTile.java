package dev.weft.editor.gallery;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/// One row of one set, or of two sets with a line between them that can be dragged.
final class CompareTile extends Region {
    private static final double CORNER = 12;
    private static final double HANDLE = 11;
    private static final double EDGE = 1;

    private final Comparison comparison;
    private final ImageView below;
    private final Optional<ImageView> above;
    private final Rectangle cut = new Rectangle();
    private final Line line = new Line();
    private final Circle handle = new Circle(HANDLE);
    private final Rectangle corners = new Rectangle();

    /// @param shown what fills the tile
    /// @param left what is shown left of the line instead, if there is a line
    CompareTile(Comparison comparison, Image shown, Optional<Image> left) {
        this.comparison = comparison;
        getStyleClass().add("compare-tile");
        below = new ImageView(shown);
        above = left.map(ImageView::new);
        corners.setArcWidth(CORNER);
        corners.setArcHeight(CORNER);
        setClip(corners);
        getChildren().add(below);
        above.ifPresent(view -> {
            view.setClip(cut);
            line.getStyleClass().add("wipe-line");
            handle.getStyleClass().add("wipe-handle");
            getChildren().addAll(view, line, handle);
            comparison.lineProperty().addListener((_, _, _) -> requestLayout());
            setOnMousePressed(event -> drag(event.getX()));
            setOnMouseDragged(event -> drag(event.getX()));
        });
        getChildren().forEach(child -> child.setMouseTransparent(true));
        setPickOnBounds(true);
    }

    /// Where a picture of this shape lies in a tile of this size.
    static Rectangle2D fit(double pictureWidth, double pictureHeight, double width, double height) {
        double scale = Math.min(width / pictureWidth, height / pictureHeight);
        double fitWidth = pictureWidth * scale;
        double fitHeight = pictureHeight * scale;
        return new Rectangle2D((width - fitWidth) / 2, (height - fitHeight) / 2, fitWidth, fitHeight);
    }

    private void drag(double x) {
        comparison.lineProperty().set(Math.clamp(x / getWidth(), 0, 1));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        corners.setWidth(width);
        corners.setHeight(height);
        place(below, width, height);
        above.ifPresent(view -> {
            place(view, width, height);
            double x = width * comparison.lineProperty().get();
            cut.setX(-view.getLayoutX());
            cut.setY(-view.getLayoutY());
            cut.setWidth(x);
            cut.setHeight(height);
            double shown = Math.clamp(x, EDGE, Math.max(EDGE, width - EDGE));
            line.setStartX(shown);
            line.setEndX(shown);
            line.setEndY(height);
            handle.setCenterX(Math.clamp(x, HANDLE, Math.max(HANDLE, width - HANDLE)));
            handle.setCenterY(height / 2);
        });
    }

    private static void place(ImageView view, double width, double height) {
        Image image = view.getImage();
        boolean known = image.getWidth() > 0 && image.getHeight() > 0;
        Rectangle2D area = known ? fit(image.getWidth(), image.getHeight(), width, height) : Rectangle2D.EMPTY;
        view.setFitWidth(known ? area.getWidth() : width);
        view.setFitHeight(known ? area.getHeight() : height);
        view.relocate(area.getMinX(), area.getMinY());
        // A picture that is shown larger than it is shows its pixels.
        view.setSmooth(!known || area.getWidth() < 4 * image.getWidth());
        if (!known) {
            image.progressProperty().addListener((_, _, _) -> layoutLater(view));
        }
    }

    private static void layoutLater(Node view) {
        if (view.getParent() instanceof Region tile) {
            tile.requestLayout();
        }
    }
}
