package dev.weft.editor.edit;

import dev.weft.graph.Bounds;
import dev.weft.graph.Node;
import dev.weft.graph.Position;
import dev.weft.graph.json.JsonNumber;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Canvas coordinates as documents keep them and as geometry computes with them. A document's numbers are whole
/// pixels
/// once they were changed here; those that were not keep their form.
public final class Places {
    /// What a node is taken to be at that has no position.
    private static final Position NOWHERE = Position.of(0, 0);

    private Places() {}

    /// The upper left corner of a node; 0, 0 if it has no position yet.
    public static Point2D of(Node node) {
        return of(node.position().orElse(NOWHERE));
    }

    /// A position as a point.
    public static Point2D of(Position position) {
        return new Point2D(finite(position.x()), finite(position.y()));
    }

    /// A rectangle of the document; never of negative size.
    public static Rectangle2D of(Bounds bounds) {
        return new Rectangle2D(
                finite(bounds.x()),
                finite(bounds.y()),
                Math.max(0, finite(bounds.width())),
                Math.max(0, finite(bounds.height())));
    }

    /// The upper left corner of a rectangle of the document.
    static Point2D corner(Bounds bounds) {
        return new Point2D(finite(bounds.x()), finite(bounds.y()));
    }

    /// The rectangle that a node covers.
    public static Rectangle2D of(Node node, NodeSizes sizes) {
        Point2D corner = of(node);
        Dimension2D size = sizes.of(node);
        return new Rectangle2D(corner.getX(), corner.getY(), size.getWidth(), size.getHeight());
    }

    /// A point as a position, to whole pixels.
    public static Position position(double x, double y) {
        return Position.of(Math.round(x), Math.round(y));
    }

    /// A point as a position, to whole pixels.
    public static Position position(Point2D point) {
        return position(point.getX(), point.getY());
    }

    /// A rectangle as the document keeps it, to whole pixels.
    public static Bounds bounds(Rectangle2D rectangle) {
        return Bounds.of(
                Math.round(rectangle.getMinX()),
                Math.round(rectangle.getMinY()),
                Math.round(rectangle.getWidth()),
                Math.round(rectangle.getHeight()));
    }

    static Position moved(Position position, double dx, double dy) {
        return new Position(plus(position.x(), dx), plus(position.y(), dy));
    }

    static Bounds moved(Bounds bounds, double dx, double dy) {
        return new Bounds(plus(bounds.x(), dx), plus(bounds.y(), dy), bounds.width(), bounds.height());
    }

    static Node moved(Node node, double dx, double dy) {
        return node.withPosition(moved(node.position().orElse(NOWHERE), dx, dy));
    }

    static Rectangle2D union(Rectangle2D one, Rectangle2D other) {
        double x = Math.min(one.getMinX(), other.getMinX());
        double y = Math.min(one.getMinY(), other.getMinY());
        return new Rectangle2D(
                x, y, Math.max(one.getMaxX(), other.getMaxX()) - x, Math.max(one.getMaxY(), other.getMaxY()) - y);
    }

    private static JsonNumber plus(JsonNumber number, double delta) {
        return delta == 0 ? number : JsonNumber.of(Math.round(finite(number) + delta));
    }

    private static double finite(JsonNumber number) {
        double value = number.approximate();
        return Math.clamp(value, -1e9, 1e9);
    }
}
