package dev.weft.editor.canvas.model;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// How a wire runs: one cubic curve from each of its points to the next.
///
/// @param points the output, the reroutes, the input
public record WirePath(List<Point2D> points) {
    private static final int PIECES = 24;
    private static final double SHORTEST_REACH = 24;
    private static final double LONGEST_REACH = 160;
    private static final double LONGEST_REACH_BACK = 240;

    /// Takes a copy.
    public WirePath {
        points = List.copyOf(points);
    }

    /// One curve.
    ///
    /// @param from its start
    /// @param to its end
    /// @param reach how far the control points lie right of the start and left of the end
    public record Span(Point2D from, Point2D to, double reach) {
        /// The place at a fraction of its parameter.
        Point2D at(double t) {
            double s = 1 - t;
            double a = s * s * s;
            double b = 3 * s * s * t;
            double c = 3 * s * t * t;
            double d = t * t * t;
            return new Point2D(
                    a * from.getX() + b * (from.getX() + reach) + c * (to.getX() - reach) + d * to.getX(),
                    (a + b) * from.getY() + (c + d) * to.getY());
        }

        Rectangle2D bounds() {
            double left = Math.min(from.getX(), to.getX() - reach);
            double right = Math.max(to.getX(), from.getX() + reach);
            double top = Math.min(from.getY(), to.getY());
            return new Rectangle2D(left, top, right - left, Math.abs(from.getY() - to.getY()));
        }
    }

    /// How far control points lie from the ends of a span whose end lies `dx` right of its start.
    public static double reach(double dx) {
        return dx >= 0
                ? Math.clamp(dx / 2, SHORTEST_REACH, LONGEST_REACH)
                : Math.min(LONGEST_REACH_BACK, 64 - 0.35 * dx);
    }

    /// The curves, from the output to the input.
    public List<Span> spans() {
        List<Span> spans = new ArrayList<>(points.size() - 1);
        for (int i = 0; i + 1 < points.size(); i++) {
            Point2D from = points.get(i);
            Point2D to = points.get(i + 1);
            spans.add(new Span(from, to, reach(to.getX() - from.getX())));
        }
        return spans;
    }

    /// A rectangle that holds all of it.
    public Rectangle2D bounds() {
        return Rectangles.around(spans().stream().map(Span::bounds).toList()).orElseThrow();
    }

    /// Where on it a place is nearest.
    ///
    /// @param distance to the place
    /// @param span which of the spans, from 0
    public record Nearest(double distance, int span) {}

    /// The nearest point to a place.
    public Nearest nearest(Point2D place) {
        Nearest best = new Nearest(Double.MAX_VALUE, 0);
        List<Span> spans = spans();
        for (int i = 0; i < spans.size(); i++) {
            List<Point2D> line = line(spans.get(i));
            for (int k = 0; k + 1 < line.size(); k++) {
                double distance = distance(place, line.get(k), line.get(k + 1));
                if (distance < best.distance()) {
                    best = new Nearest(distance, i);
                }
            }
        }
        return best;
    }

    /// Whether a straight line crosses it.
    public boolean crosses(Point2D one, Point2D other) {
        for (Span span : spans()) {
            List<Point2D> line = line(span);
            for (int k = 0; k + 1 < line.size(); k++) {
                if (crosses(one, other, line.get(k), line.get(k + 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Point2D> line(Span span) {
        List<Point2D> line = new ArrayList<>(PIECES + 1);
        for (int i = 0; i <= PIECES; i++) {
            line.add(span.at((double) i / PIECES));
        }
        return line;
    }

    private static double distance(Point2D place, Point2D from, Point2D to) {
        Point2D way = to.subtract(from);
        double square = way.dotProduct(way);
        double t = square == 0 ? 0 : Math.clamp(place.subtract(from).dotProduct(way) / square, 0, 1);
        return place.distance(from.add(way.multiply(t)));
    }

    private static boolean crosses(Point2D a, Point2D b, Point2D c, Point2D d) {
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }

    private static double side(Point2D a, Point2D b, Point2D c) {
        return (b.getX() - a.getX()) * (c.getY() - a.getY()) - (b.getY() - a.getY()) * (c.getX() - a.getX());
    }
}
