package dev.weft.editor.node;

import dev.weft.editor.node.field.PlacedRow;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Where everything on a node lies, from its model alone, so that wires, minimap and culling need no scene
/// nodes.
/// Lengths are canvas pixels, from the node's upper left corner.
///
/// @param width of the node
/// @param height of the node
/// @param inputs centres of the ports of inputs, and of parameters that are linked, by name
/// @param outputs centres of the ports of outputs, by name
/// @param fields where the fields of parameters lie that are shown, by name
public record NodeGeometry(
        double width,
        double height,
        Map<String, Point2D> inputs,
        Map<String, Point2D> outputs,
        Map<String, Rectangle2D> fields) {
    /// Half the width of the square around a port in which the pointer counts as at the port.
    public static final double PORT_REACH = 12;

    /// Takes copies.
    public NodeGeometry {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// Measures a node.
    public static NodeGeometry of(NodeModel model) {
        return of(NodeLayout.of(model));
    }

    static NodeGeometry of(NodeLayout layout) {
        Map<String, Point2D> inputs = new LinkedHashMap<>();
        Map<String, Point2D> outputs = new LinkedHashMap<>();
        for (PortSpot port : layout.ports()) {
            (port.output() ? outputs : inputs).put(port.name(), port.centre());
        }
        Map<String, Rectangle2D> fields = new LinkedHashMap<>();
        for (PlacedRow row : layout.rows()) {
            FieldRows.names(row.row()).forEach(name -> fields.put(name, row.area()));
        }
        return new NodeGeometry(layout.width(), layout.height(), inputs, outputs, fields);
    }

    /// The port within whose reach a place is, the nearest if there are several.
    public Optional<PortAt> portAt(double x, double y) {
        PortAt nearest = null;
        double least = Double.MAX_VALUE;
        for (boolean output : new boolean[] {false, true}) {
            for (Map.Entry<String, Point2D> port : (output ? outputs : inputs).entrySet()) {
                Point2D centre = port.getValue();
                double distance = centre.distance(x, y);
                if (Math.abs(centre.getX() - x) <= PORT_REACH
                        && Math.abs(centre.getY() - y) <= PORT_REACH
                        && distance < least) {
                    least = distance;
                    nearest = new PortAt(output, port.getKey(), centre);
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /// Name of the parameter whose field lies at a place.
    public Optional<String> parameterAt(double x, double y) {
        return fields.entrySet().stream()
                .filter(field -> field.getValue().contains(x, y))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
