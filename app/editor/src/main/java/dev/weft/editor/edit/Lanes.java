package dev.weft.editor.edit;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Workflow;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Tells whether wires run past nodes or under them.
final class Lanes {
    private static final int STEPS = 48;
    private static final double CLOSE = 4;

    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, Rectangle2D> places = new HashMap<>();
    private final PortHeights heights;

    Lanes(Workflow graph, NodeSizes sizes, PortHeights heights) {
        this.heights = heights;
        for (Node node : graph.nodes()) {
            nodes.putIfAbsent(node.id(), node);
            Rectangle2D place = Places.of(node, sizes);
            places.putIfAbsent(
                    node.id(),
                    new Rectangle2D(
                            place.getMinX() - CLOSE,
                            place.getMinY() - CLOSE,
                            place.getWidth() + 2 * CLOSE,
                            place.getHeight() + 2 * CLOSE));
        }
    }

    /// Whether a wire without reroutes, whose ends both exist, runs under no node but those at its ends.
    boolean isFree(Link link) {
        Point2D from = port(link.from(), true);
        Point2D to = port(link.to(), false);
        double reach = reach(to.getX() - from.getX());
        for (int step = 1; step < STEPS; step++) {
            Point2D place = onCurve(from, to, reach, (double) step / STEPS);
            for (Map.Entry<String, Rectangle2D> node : places.entrySet()) {
                boolean end = node.getKey().equals(link.from().node())
                        || node.getKey().equals(link.to().node());
                if (!end && node.getValue().contains(place)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Point2D port(PortAddress address, boolean output) {
        Rectangle2D place = places.getOrDefault(address.node(), Rectangle2D.EMPTY);
        Node node = nodes.get(address.node());
        double height =
                node == null ? 0 : heights.of(node, address.port(), output).orElse(place.getHeight() / 2 - CLOSE);
        return new Point2D(
                output ? place.getMaxX() - CLOSE : place.getMinX() + CLOSE, place.getMinY() + CLOSE + height);
    }

    /// How far the control points of a wire lie from its ends.
    private static double reach(double dx) {
        return dx >= 0 ? Math.clamp(dx / 2, 24, 160) : Math.min(240, 64 - 0.35 * dx);
    }

    private static Point2D onCurve(Point2D from, Point2D to, double reach, double t) {
        double u = 1 - t;
        double x = u * u * u * from.getX()
                + 3 * u * u * t * (from.getX() + reach)
                + 3 * u * t * t * (to.getX() - reach)
                + t * t * t * to.getX();
        double y = (u * u * u + 3 * u * u * t) * from.getY() + (3 * u * t * t + t * t * t) * to.getY();
        return new Point2D(x, y);
    }
}
