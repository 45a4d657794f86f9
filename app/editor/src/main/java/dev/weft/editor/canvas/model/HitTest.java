package dev.weft.editor.canvas.model;

import dev.weft.editor.document.Item;
import dev.weft.editor.edit.Places;
import dev.weft.graph.PortAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Finds what lies at a place of a drawing.
public final class HitTest {
    /// Height of the strip of a group that holds its title.
    public static final double GROUP_TITLE = 28;

    private static final double PORT = 12;
    private static final double REROUTE = 8;
    private static final double WIRE = 6;
    private static final double CORNER = 12;

    private HitTest() {}

    /// What lies in front at a place.
    ///
    /// @param zoom hit areas of wires do not get narrower on the screen when the zoom gets smaller
    public static Hit at(Drawing drawing, Point2D place, double zoom) {
        List<PlacedNode> nodes = new ArrayList<>(drawing.nodes().values()).reversed();
        return port(nodes, place)
                .or(() -> node(nodes, place))
                .or(() -> wire(drawing, place, Math.max(1, 0.6 / zoom)))
                .or(() -> note(drawing, place))
                .or(() -> group(drawing, place))
                .orElseGet(Hit.Nothing::new);
    }

    private static Optional<Hit> port(List<PlacedNode> nodes, Point2D place) {
        for (PlacedNode node : nodes) {
            if (!Rectangles.grown(node.bounds(), PORT).contains(place)) {
                continue;
            }
            Optional<Hit> found = port(node, node.geometry().outputs(), true, place)
                    .or(() -> port(node, node.geometry().inputs(), false, place));
            if (found.isPresent() || node.bounds().contains(place)) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Hit> port(PlacedNode node, Map<String, Point2D> centres, boolean output, Point2D place) {
        for (Map.Entry<String, Point2D> port : centres.entrySet()) {
            Point2D centre = port.getValue().add(node.x(), node.y());
            if (Math.abs(place.getX() - centre.getX()) <= PORT && Math.abs(place.getY() - centre.getY()) <= PORT) {
                return Optional.of(new Hit.OfPort(new PortAddress(node.id(), port.getKey()), output, centre));
            }
        }
        return Optional.empty();
    }

    private static Optional<Hit> node(List<PlacedNode> nodes, Point2D place) {
        for (PlacedNode node : nodes) {
            Rectangle2D bounds = node.bounds();
            if (bounds.contains(place)) {
                boolean resizable =
                        !node.node().look().collapsed() && !node.node().look().pinned();
                return Optional.of(
                        resizable && isCorner(bounds, place)
                                ? new Hit.OfCorner(new Item.OfNode(node.id()))
                                : new Hit.OfNode(node));
            }
        }
        return Optional.empty();
    }

    private static Optional<Hit> wire(Drawing drawing, Point2D place, double wider) {
        double best = WIRE * wider;
        Optional<Hit> found = Optional.empty();
        for (PlacedWire wire : drawing.wires().values()) {
            if (!Rectangles.grown(wire.bounds(), REROUTE * wider).contains(place)) {
                continue;
            }
            List<Point2D> points = wire.path().points();
            for (int i = 1; i + 1 < points.size(); i++) {
                if (points.get(i).distance(place) <= REROUTE * wider) {
                    return Optional.of(new Hit.OfReroute(
                            new Item.OfReroute(wire.link().from(), wire.link().to(), i - 1)));
                }
            }
            WirePath.Nearest nearest = wire.path().nearest(place);
            if (nearest.distance() <= best) {
                best = nearest.distance();
                found = Optional.of(new Hit.OfWire(wire, nearest.span()));
            }
        }
        return found;
    }

    private static Optional<Hit> note(Drawing drawing, Point2D place) {
        for (int i = drawing.notes().size() - 1; i >= 0; i--) {
            Rectangle2D bounds = Places.of(drawing.notes().get(i).bounds());
            if (bounds.contains(place)) {
                Item.OfNote note = new Item.OfNote(i);
                return Optional.of(isCorner(bounds, place) ? new Hit.OfCorner(note) : new Hit.OfNote(note));
            }
        }
        return Optional.empty();
    }

    private static Optional<Hit> group(Drawing drawing, Point2D place) {
        for (int i = drawing.groups().size() - 1; i >= 0; i--) {
            Rectangle2D bounds = Places.of(drawing.groups().get(i).bounds());
            if (!bounds.contains(place)) {
                continue;
            }
            Item.OfGroup group = new Item.OfGroup(i);
            if (isCorner(bounds, place)) {
                return Optional.of(new Hit.OfCorner(group));
            }
            if (place.getY() <= bounds.getMinY() + GROUP_TITLE) {
                return Optional.of(new Hit.OfGroup(group));
            }
        }
        return Optional.empty();
    }

    private static boolean isCorner(Rectangle2D bounds, Point2D place) {
        return place.getX() >= bounds.getMaxX() - CORNER && place.getY() >= bounds.getMaxY() - CORNER;
    }
}
