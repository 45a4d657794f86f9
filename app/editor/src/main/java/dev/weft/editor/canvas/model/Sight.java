package dev.weft.editor.canvas.model;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// What part of the canvas is seen, and how large.
///
/// @param left canvas coordinate of the view's left edge
/// @param top canvas coordinate of the view's upper edge
/// @param zoom screen pixels per canvas pixel
/// @param width of the view in screen pixels
/// @param height of the view in screen pixels
public record Sight(double left, double top, double zoom, double width, double height) {
    /// The smallest zoom.
    public static final double SMALLEST = 0.1;
    /// The largest zoom.
    public static final double LARGEST = 4;

    /// The part of the canvas that is seen.
    public Rectangle2D seen() {
        return new Rectangle2D(left, top, width / zoom, height / zoom);
    }

    /// The place on the canvas under a point of the view.
    public Point2D toCanvas(double x, double y) {
        return new Point2D(left + x / zoom, top + y / zoom);
    }

    /// The point of the view over a place on the canvas.
    public Point2D toView(Point2D place) {
        return new Point2D((place.getX() - left) * zoom, (place.getY() - top) * zoom);
    }

    /// The place in the middle.
    public Point2D middle() {
        return toCanvas(width / 2, height / 2);
    }

    /// This view of another size.
    public Sight sized(double newWidth, double newHeight) {
        return new Sight(left, top, zoom, newWidth, newHeight);
    }

    /// This view with its contents moved on the screen.
    public Sight panned(double dx, double dy) {
        return new Sight(left - dx / zoom, top - dy / zoom, zoom, width, height);
    }

    /// This view at another zoom; what lies under a point stays there.
    public Sight zoomed(double x, double y, double newZoom) {
        double clamped = Math.clamp(newZoom, SMALLEST, LARGEST);
        Point2D place = toCanvas(x, y);
        return new Sight(place.getX() - x / clamped, place.getY() - y / clamped, clamped, width, height);
    }

    /// This view with a place in the middle.
    public Sight centred(Point2D place) {
        return new Sight(place.getX() - width / 2 / zoom, place.getY() - height / 2 / zoom, zoom, width, height);
    }

    /// A view that shows a whole rectangle, not larger than it is.
    ///
    /// @param margin screen pixels kept free at each edge
    public Sight fitted(Rectangle2D content, double margin) {
        double fitting = Math.min(
                Math.max(1, width - 2 * margin) / Math.max(1, content.getWidth()),
                Math.max(1, height - 2 * margin) / Math.max(1, content.getHeight()));
        Sight zoomed = new Sight(left, top, Math.clamp(fitting, SMALLEST, 1), width, height);
        return zoomed.centred(Rectangles.middle(content));
    }

    /// What lies between two views, for moving from one to the other.
    ///
    /// @param fraction 0 for this one, 1 for the other
    public Sight between(Sight other, double fraction) {
        double between = Math.exp(Math.log(zoom) + (Math.log(other.zoom) - Math.log(zoom)) * fraction);
        Point2D from = middle();
        Point2D to = other.middle();
        return new Sight(left, top, between, width, height).centred(from.interpolate(to, fraction));
    }
}
