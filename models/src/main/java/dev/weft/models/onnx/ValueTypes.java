package dev.weft.models.onnx;

import dev.weft.models.onnx.proto.OnnxProto.TensorProto;
import dev.weft.models.onnx.proto.OnnxProto.ValueInfoProto;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Tells the element type of a value by following it back to where its type was last decided.
final class ValueTypes {
    private static final int LONGEST_PATH = 1 << 16;

    private final OnnxGraph graph;
    private final Map<String, OnnxType> inputs = new HashMap<>();

    ValueTypes(OnnxGraph graph) {
        this.graph = graph;
        for (ValueInfoProto input : graph.inputs()) {
            OnnxType.ofCode(input.getType().getTensorType().getElemType())
                    .ifPresent(type -> inputs.put(input.getName(), type));
        }
    }

    /// The type of a value, or nothing where an operator decides it in a way that is not known here.
    Optional<OnnxType> of(String value) {
        String current = value;
        for (int step = 0; step < LONGEST_PATH; step++) {
            TensorProto constant = graph.constant(current);
            if (constant != null) {
                return OnnxType.ofCode(constant.getDataType());
            }
            OnnxNode node = graph.producer(current);
            if (node == null) {
                return Optional.ofNullable(inputs.get(current));
            }
            switch (node.operator()) {
                case "Cast" -> {
                    return OnnxType.ofCode((int) node.integer("to", OnnxType.FLOAT.code()));
                }
                case "Shape", "Size", "NonZero", "ArgMax", "ArgMin" -> {
                    return Optional.of(OnnxType.INT64);
                }
                case "ConstantOfShape",
                        "Constant",
                        "Equal",
                        "Less",
                        "Greater",
                        "Not",
                        "And",
                        "Or",
                        "QuantizeLinear" -> {
                    return Optional.empty();
                }
                // The branches of Where, and the scale of quantised data, have the type of the result.
                case "Where", "DequantizeLinear" -> current = node.input(1);
                default -> current = node.input(0);
            }
        }
        return Optional.empty();
    }
}
