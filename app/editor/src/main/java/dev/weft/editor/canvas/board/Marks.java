package dev.weft.editor.canvas.board;

import dev.weft.editor.canvas.model.WirePath;
import dev.weft.graph.types.PortKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;

/// What gestures draw above everything else: the wire that is being dragged, rings round ports, guides, the
/// marquee.
public final class Marks {
    private static final double RING = 12;
    private static final double WIRE = 3;
    private static final double WIRE_END = 5;

    private final Palette palette;
    private final Layer layer = new Layer();
    private final CubicCurve wire = WireGraphic.curve();
    private final Circle wireEnd = new Circle(WIRE_END);
    private final Rectangle marquee = new Rectangle();
    private final Polyline cut = new Polyline();
    private final List<Node> rings = new ArrayList<>();
    private final List<Node> guides = new ArrayList<>();

    Marks(Palette palette) {
        this.palette = palette;
        layer.setMouseTransparent(true);
        wire.setStrokeWidth(WIRE);
        wireEnd.setStrokeWidth(2);
        marquee.getStyleClass().add("canvas-marquee");
        cut.getStyleClass().add("canvas-cut");
        for (Node mark : List.of(marquee, wire, wireEnd, cut)) {
            mark.setManaged(false);
            mark.setVisible(false);
            layer.getChildren().add(mark);
        }
    }

    Layer layer() {
        return layer;
    }

    /// Draws the wire that is being dragged.
    ///
    /// @param from at the side of the output
    /// @param to at the side of the input
    /// @param pointer the end that is dragged
    public void wire(Point2D from, Point2D to, Point2D pointer, PortKind kind) {
        WireGraphic.run(wire, new WirePath.Span(from, to, WirePath.reach(to.getX() - from.getX())));
        wire.setStroke(palette.kind(kind));
        wireEnd.setFill(palette.kind(kind));
        wireEnd.setStroke(palette.paint("-weft-canvas"));
        wireEnd.setCenterX(pointer.getX());
        wireEnd.setCenterY(pointer.getY());
        wire.setVisible(true);
        wireEnd.setVisible(true);
    }

    /// Draws rings round ports that would take a wire.
    public void rings(Collection<Point2D> centres, PortKind kind) {
        layer.getChildren().removeAll(rings);
        rings.clear();
        for (Point2D centre : centres) {
            Circle ring = new Circle(centre.getX(), centre.getY(), RING - 1);
            ring.setManaged(false);
            ring.setFill(null);
            ring.setStroke(palette.kind(kind));
            ring.setStrokeWidth(2);
            ring.setOpacity(0.6);
            rings.add(ring);
        }
        layer.getChildren().addAll(rings);
    }

    /// Draws the rectangle in which things are selected.
    public void marquee(Rectangle2D rectangle, double zoom) {
        marquee.setX(rectangle.getMinX());
        marquee.setY(rectangle.getMinY());
        marquee.setWidth(rectangle.getWidth());
        marquee.setHeight(rectangle.getHeight());
        marquee.setStrokeWidth(1 / zoom);
        marquee.setVisible(true);
    }

    /// Draws the stroke with which wires are cut.
    public void cut(List<Point2D> points, double zoom) {
        cut.getPoints().clear();
        points.forEach(point -> cut.getPoints().addAll(point.getX(), point.getY()));
        cut.setStrokeWidth(2 / zoom);
        cut.setVisible(true);
    }

    /// Draws lines along edges that are level with one another.
    ///
    /// @param lines each from its first to its second point
    public void guides(List<List<Point2D>> lines, double zoom) {
        layer.getChildren().removeAll(guides);
        guides.clear();
        for (List<Point2D> ends : lines) {
            Line line = new Line(
                    ends.getFirst().getX(),
                    ends.getFirst().getY(),
                    ends.getLast().getX(),
                    ends.getLast().getY());
            line.setManaged(false);
            line.getStyleClass().add("canvas-guide");
            line.setStrokeWidth(1 / zoom);
            guides.add(line);
        }
        layer.getChildren().addAll(guides);
    }

    /// Takes all marks away.
    public void clear() {
        for (Node mark : List.of(marquee, wire, wireEnd, cut)) {
            mark.setVisible(false);
        }
        layer.getChildren().removeAll(rings);
        layer.getChildren().removeAll(guides);
        rings.clear();
        guides.clear();
    }
}
