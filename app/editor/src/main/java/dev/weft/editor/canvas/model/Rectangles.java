package dev.weft.editor.canvas.model;

import java.util.Collection;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Rectangles of the canvas.
public final class Rectangles {
    private Rectangles() {}

    /// The middle of a rectangle.
    public static Point2D middle(Rectangle2D rectangle) {
        return new Point2D(
                rectangle.getMinX() + rectangle.getWidth() / 2, rectangle.getMinY() + rectangle.getHeight() / 2);
    }

    /// The rectangle between two opposite corners.
    public static Rectangle2D between(Point2D one, Point2D other) {
        return new Rectangle2D(
                Math.min(one.getX(), other.getX()),
                Math.min(one.getY(), other.getY()),
                Math.abs(one.getX() - other.getX()),
                Math.abs(one.getY() - other.getY()));
    }

    /// A rectangle that is larger at each edge.
    public static Rectangle2D grown(Rectangle2D rectangle, double by) {
        return new Rectangle2D(
                rectangle.getMinX() - by,
                rectangle.getMinY() - by,
                Math.max(0, rectangle.getWidth() + 2 * by),
                Math.max(0, rectangle.getHeight() + 2 * by));
    }

    /// A rectangle elsewhere.
    public static Rectangle2D moved(Rectangle2D rectangle, double dx, double dy) {
        return new Rectangle2D(
                rectangle.getMinX() + dx, rectangle.getMinY() + dy, rectangle.getWidth(), rectangle.getHeight());
    }

    /// The smallest rectangle around all of them; nothing if there are none.
    public static Optional<Rectangle2D> around(Collection<Rectangle2D> rectangles) {
        return rectangles.stream().reduce((one, other) -> {
            double x = Math.min(one.getMinX(), other.getMinX());
            double y = Math.min(one.getMinY(), other.getMinY());
            return new Rectangle2D(
                    x, y, Math.max(one.getMaxX(), other.getMaxX()) - x, Math.max(one.getMaxY(), other.getMaxY()) - y);
        });
    }
}
