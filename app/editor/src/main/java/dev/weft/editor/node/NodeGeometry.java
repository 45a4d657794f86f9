package dev.weft.editor.node;

import dev.weft.editor.theme.Measures;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.OutputPort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javafx.geometry.Point2D;

/// Where everything on a node lies, from its model alone, so that wires, minimap and culling need no scene nodes.
/// Lengths are canvas pixels, from the node's upper left corner.
///
/// @param width of the node
/// @param height of the node
/// @param inputs centres of the ports of inputs, and of parameters that are linked, by name
/// @param outputs centres of the ports of outputs, by name
public record NodeGeometry(double width, double height, Map<String, Point2D> inputs, Map<String, Point2D> outputs) {
    /// Takes copies.
    public NodeGeometry {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /// Measures a node.
    public static NodeGeometry of(NodeModel model) {
        List<String> inputNames = new ArrayList<>(model.signature()
                .map(type -> type.inputs().stream().map(InputPort::name).toList())
                .orElse(List.of()));
        List<String> outputNames = new ArrayList<>(model.signature()
                .map(type -> type.outputs().stream().map(OutputPort::name).toList())
                .orElse(List.of()));
        new TreeSet<>(model.linkedInputs())
                .stream().filter(name -> !inputNames.contains(name)).forEach(inputNames::add);
        new TreeSet<>(model.linkedOutputs())
                .stream().filter(name -> !outputNames.contains(name)).forEach(outputNames::add);
        double width = 216;
        int rows = Math.max(inputNames.size(), outputNames.size());
        return new NodeGeometry(
                width,
                Measures.FIRST_PORT + Measures.PORT_ROW * rows,
                centres(inputNames, 0),
                centres(outputNames, width));
    }

    private static Map<String, Point2D> centres(List<String> names, double x) {
        Map<String, Point2D> centres = new LinkedHashMap<>();
        for (String name : names) {
            centres.put(name, new Point2D(x, Measures.FIRST_PORT + Measures.PORT_ROW * centres.size()));
        }
        return centres;
    }
}
