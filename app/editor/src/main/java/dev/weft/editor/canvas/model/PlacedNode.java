package dev.weft.editor.canvas.model;

import dev.weft.editor.node.NodeGeometry;
import dev.weft.editor.node.NodeModel;
import dev.weft.graph.Node;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// A node where it is drawn.
///
/// @param model its looks
/// @param geometry its measures
/// @param x canvas coordinate of its left edge
/// @param y canvas coordinate of its upper edge
public record PlacedNode(NodeModel model, NodeGeometry geometry, double x, double y) {
    /// The node of the graph.
    public Node node() {
        return model.node();
    }

    /// Its id.
    public String id() {
        return model.node().id();
    }

    /// The rectangle that it covers, without its time and ports.
    public Rectangle2D bounds() {
        return new Rectangle2D(x, y, geometry.width(), geometry.height());
    }

    /// The centre of an input, or of a parameter that has a port.
    public Optional<Point2D> input(String name) {
        return Optional.ofNullable(geometry.inputs().get(name)).map(centre -> centre.add(x, y));
    }

    /// The centre of an output.
    public Optional<Point2D> output(String name) {
        return Optional.ofNullable(geometry.outputs().get(name)).map(centre -> centre.add(x, y));
    }

    /// This node elsewhere.
    public PlacedNode moved(double dx, double dy) {
        return new PlacedNode(model, geometry, x + dx, y + dy);
    }

    /// This node drawn in another way.
    public PlacedNode drawn(NodeModel changed, NodeGeometry measured) {
        return new PlacedNode(changed, measured, x, y);
    }
}
