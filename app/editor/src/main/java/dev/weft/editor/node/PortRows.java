package dev.weft.editor.node;

import dev.weft.editor.node.field.FieldWords;
import dev.weft.editor.text.Texts;
import dev.weft.editor.theme.Measures;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.PortKind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;

/// The ports of a node that have rows of their own, from above.
///
/// @param inputs on the left
/// @param outputs on the right
record PortRows(List<PortSpot> inputs, List<PortSpot> outputs) {
    private static final Texts TEXTS = Texts.of(PortRows.class);

    /// Reads a model. The outputs lie at x = 0 here, as the width is not known yet.
    static PortRows of(NodeModel model) {
        if (model.signature().isEmpty()) {
            return new PortRows(
                    unknown(false, new TreeSet<>(model.linkedInputs())),
                    unknown(true, new TreeSet<>(model.linkedOutputs())));
        }
        NodeSignature type = model.signature().get();
        List<PortSpot> inputs = new ArrayList<>();
        for (InputPort port : type.inputs()) {
            for (String name : names(port, model)) {
                boolean connected = model.linkedInputs().contains(name);
                inputs.add(
                        spot(false, name, port.kind(), connected, inputs.size(), shape(model, port, name, connected)));
            }
        }
        List<PortSpot> outputs = new ArrayList<>();
        for (OutputPort port : type.outputs()) {
            outputs.add(spot(
                    true,
                    port.name(),
                    port.kind(),
                    model.linkedOutputs().contains(port.name()),
                    outputs.size(),
                    model.shapes().getOrDefault(port.name(), "")));
        }
        return new PortRows(inputs, outputs);
    }

    /// How many rows there are.
    int count() {
        return Math.max(inputs.size(), outputs.size());
    }

    private static List<PortSpot> unknown(boolean output, Iterable<String> names) {
        List<PortSpot> spots = new ArrayList<>();
        for (String name : names) {
            spots.add(spot(output, name, PortKind.ANY, true, spots.size(), ""));
        }
        return spots;
    }

    private static PortSpot spot(boolean output, String name, PortKind kind, boolean connected, int row, String shape) {
        Point2D centre = new Point2D(0, Measures.FIRST_PORT + Measures.PORT_ROW * row);
        return new PortSpot(output, name, kind, connected, FieldWords.port(name), shape, centre);
    }

    private static String shape(NodeModel model, InputPort port, String name, boolean connected) {
        String known = model.shapes().getOrDefault(name, "");
        return known.isEmpty() && !connected && !port.required() && !port.variadic() ? TEXTS.get("optional") : known;
    }

    /// The port's name; of a variadic one, those that are linked and the first that is free.
    private static List<String> names(InputPort port, NodeModel model) {
        if (!port.variadic()) {
            return List.of(port.name());
        }
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String name : model.linkedInputs()) {
            port.number(name).ifPresent(numbers::add);
        }
        numbers.add(IntStream.iterate(1, number -> number + 1)
                .filter(number -> !numbers.contains(number))
                .findFirst()
                .orElseThrow());
        return numbers.stream().map(port::numbered).toList();
    }
}
