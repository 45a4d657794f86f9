package dev.weft.editor.node;

import dev.weft.editor.node.field.FieldPlan;
import dev.weft.editor.node.field.PlacedRow;
import dev.weft.editor.theme.Measures;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;

/// What is drawn of a node and where, from its model alone.
///
/// @param width of the node
/// @param height of the node
/// @param ports all of them, those of parameters too
/// @param lines where lines divide it, from above
/// @param pictures what it shows of its work
/// @param message what is wrong with it
/// @param rows its fields
record NodeLayout(
        double width,
        double height,
        List<PortSpot> ports,
        List<Double> lines,
        Optional<PicturesBlock> pictures,
        Optional<MessageBlock> message,
        List<PlacedRow> rows) {
    private static final double BORDER = 1;
    private static final double BELOW_HEAD = BORDER + Measures.NODE_HEAD;
    private static final double PORT_PADDING = 4;
    private static final double HEAD_MIDDLE = BORDER + Measures.NODE_HEAD / 2;

    /// Lays a node out.
    static NodeLayout of(NodeModel model) {
        PortRows ports = PortRows.of(model);
        Optional<FieldPlan> plan = model.signature()
                .map(type -> FieldPlan.of(
                        model.node(),
                        type,
                        model.linkedInputs(),
                        model.surroundings(),
                        model.run().port()));
        double width = NodeWidth.of(model, ports, plan);
        if (model.node().look().collapsed()) {
            return collapsed(model, ports, width);
        }
        NodeLayout natural = open(model, ports, plan, width, 0);
        double wanted =
                model.node().look().height().map(height -> height.approximate()).orElse(0.0);
        return wanted > natural.height() ? open(model, ports, plan, width, wanted - natural.height()) : natural;
    }

    /// The ports that are seen: of those that lie on one another, the last.
    List<PortSpot> seen() {
        Map<Point2D, PortSpot> last = new LinkedHashMap<>();
        ports.forEach(port -> last.put(port.centre(), port));
        return List.copyOf(last.values());
    }

    private static NodeLayout collapsed(NodeModel model, PortRows rows, double width) {
        List<PortSpot> ports = new ArrayList<>();
        // The first of a side is seen, so it comes last.
        for (Parameter parameter : linked(model)) {
            ports.add(ofParameter(parameter, HEAD_MIDDLE));
        }
        for (PortSpot spot : rows.inputs().reversed()) {
            ports.add(at(spot, new Point2D(0, HEAD_MIDDLE), ""));
        }
        for (PortSpot spot : rows.outputs().reversed()) {
            ports.add(at(spot, new Point2D(width, HEAD_MIDDLE), ""));
        }
        return new NodeLayout(
                width, BELOW_HEAD + BORDER, ports, List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    private static NodeLayout open(
            NodeModel model, PortRows rows, Optional<FieldPlan> plan, double width, double spare) {
        double inner = width - 2 * (BORDER + Measures.NODE_PADDING);
        double x = BORDER + Measures.NODE_PADDING;
        double y = BELOW_HEAD + (rows.count() == 0 ? 0 : 2 * PORT_PADDING + rows.count() * Measures.PORT_ROW);
        List<Double> lines = new ArrayList<>();
        double below = y;
        Optional<MessageBlock> message = MessageText.of(model)
                .map(text -> MessageBlock.of(model.signature().isEmpty(), text, below, width));
        if (message.isPresent()) {
            lines.add(y);
            y = message.get().area().getMaxY();
        }
        boolean lined = true;
        Optional<PicturesBlock> pictures = Pictures.of(model, x, y + BORDER + Measures.NODE_PADDING, inner);
        if (pictures.isPresent()) {
            lines.add(y);
            y = pictures.get().area().getMaxY() + Measures.NODE_PADDING;
            if (pictures.get().progress().isEmpty()) {
                lined = false;
            } else {
                y += PicturesBlock.PROGRESS;
            }
        }
        List<PlacedRow> placed = List.of();
        if (plan.isPresent() && !plan.get().sections().isEmpty()) {
            FieldPlan.Placement placement = plan.get().place(x, y, inner, lined, spare);
            lines.addAll(placement.lines());
            placed = placement.rows();
            y = placement.bottom();
        }
        double height = y + BORDER;
        if (model.node().look().height().isPresent()) {
            height = Math.max(height, model.node().look().height().get().approximate());
        }
        return new NodeLayout(
                width, height, List.copyOf(ports(model, rows, placed, width)), lines, pictures, message, placed);
    }

    private static List<PortSpot> ports(NodeModel model, PortRows rows, List<PlacedRow> placed, double width) {
        List<PortSpot> ports = new ArrayList<>(rows.inputs());
        for (PortSpot spot : rows.outputs()) {
            ports.add(at(spot, new Point2D(width, spot.centre().getY()), spot.label()));
        }
        for (Parameter parameter : linked(model)) {
            double y = placed.stream()
                    .filter(row -> FieldRows.names(row.row()).contains(parameter.name()))
                    .mapToDouble(row -> row.area().getMinY() + Measures.FIELD / 2)
                    .findFirst()
                    .orElseGet(() -> FieldRows.headingOf(placed, parameter.name(), model));
            ports.add(ofParameter(parameter, y));
        }
        return ports;
    }

    private static List<Parameter> linked(NodeModel model) {
        return model.signature().stream()
                .map(NodeSignature::parameters)
                .flatMap(List::stream)
                .filter(parameter -> model.linkedInputs().contains(parameter.name()))
                .toList();
    }

    private static PortSpot ofParameter(Parameter parameter, double y) {
        List<PortKind> kinds = parameter.kinds();
        return new PortSpot(false, parameter.name(), kinds.getFirst(), true, "", "", new Point2D(0, y));
    }

    private static PortSpot at(PortSpot spot, Point2D centre, String label) {
        return new PortSpot(spot.output(), spot.name(), spot.kind(), spot.connected(), label, spot.shape(), centre);
    }
}
