package dev.weft.models.onnx;

import com.google.protobuf.UnsafeByteOperations;
import dev.weft.models.onnx.proto.OnnxProto.AttributeProto;
import dev.weft.models.onnx.proto.OnnxProto.NodeProto;
import dev.weft.models.onnx.proto.OnnxProto.TensorProto;
import dev.weft.models.onnx.proto.OnnxProto.TensorShapeProto;
import dev.weft.models.onnx.proto.OnnxProto.TypeProto;
import dev.weft.models.onnx.proto.OnnxProto.ValueInfoProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Adds operators to a graph in the form that the graph's operator set prescribes. Each method returns the name
/// of the new value. Only operators that exist since operator set 11 are used.
final class GraphWriter {
    /// From this operator set on, axes of a reduction are an input and no attribute.
    private static final long REDUCTION_AXES_AS_INPUT = 18;

    private final OnnxGraph graph;
    private final Map<String, String> constants = new HashMap<>();

    GraphWriter(OnnxGraph graph) {
        this.graph = graph;
    }

    OnnxGraph graph() {
        return graph;
    }

    // Inputs and constants.

    /// Adds an input of the whole graph.
    void input(TensorInfo info) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (Dimension dimension : info.shape()) {
            switch (dimension) {
                case Dimension.Fixed(long size) -> shape.addDimBuilder().setDimValue(size);
                case Dimension.Symbolic(String name) -> shape.addDimBuilder().setDimParam(name);
            }
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(info.elementType().code())
                .setShape(shape)
                .build();
        graph.addInput(ValueInfoProto.newBuilder()
                .setName(info.name())
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build());
    }

    /// An int64 vector.
    String integers(long... values) {
        return constants.computeIfAbsent("integers" + Arrays.toString(values), key -> {
            TensorProto.Builder tensor = tensor(OnnxType.INT64).addDims(values.length);
            Arrays.stream(values).forEach(tensor::addInt64Data);
            return stored(tensor);
        });
    }

    /// An int64 scalar.
    String integer(long value) {
        return constants.computeIfAbsent(
                "integer" + value, key -> stored(tensor(OnnxType.INT64).addInt64Data(value)));
    }

    /// A float scalar.
    String number(float value) {
        return constants.computeIfAbsent(
                "number" + value, key -> stored(tensor(OnnxType.FLOAT).addFloatData(value)));
    }

    /// A float matrix, row-major.
    String matrix(float[] values, long rows, long columns) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return stored(tensor(OnnxType.FLOAT)
                .addDims(rows)
                .addDims(columns)
                .setRawData(UnsafeByteOperations.unsafeWrap(bytes)));
    }

    private TensorProto.Builder tensor(OnnxType type) {
        return TensorProto.newBuilder().setName(graph.newName("constant")).setDataType(type.code());
    }

    private String stored(TensorProto.Builder tensor) {
        graph.addConstant(tensor.build());
        return tensor.getName();
    }

    // Operators.

    String add(String a, String b) {
        return operator("Add", List.of(a, b));
    }

    String subtract(String a, String b) {
        return operator("Sub", List.of(a, b));
    }

    String multiply(String a, String b) {
        return operator("Mul", List.of(a, b));
    }

    String divide(String a, String b) {
        return operator("Div", List.of(a, b));
    }

    String matrixProduct(String a, String b) {
        return operator("MatMul", List.of(a, b));
    }

    String squareRoot(String a) {
        return operator("Sqrt", List.of(a));
    }

    String equal(String a, String b) {
        return operator("Equal", List.of(a, b));
    }

    String where(String condition, String yes, String no) {
        return operator("Where", List.of(condition, yes, no));
    }

    /// Integers from 0 up to a limit.
    String range(String limit) {
        return operator("Range", List.of(integer(0), limit, integer(1)));
    }

    String shape(String a) {
        return operator("Shape", List.of(a));
    }

    String reshape(String a, String shape) {
        return operator("Reshape", List.of(a, shape));
    }

    String expand(String a, String shape) {
        return operator("Expand", List.of(a, shape));
    }

    String gather(String a, String indices) {
        return operator("Gather", List.of(a, indices), integerAttribute("axis", 0));
    }

    String concat(long axis, String... parts) {
        return concat(axis, List.of(parts));
    }

    String concat(long axis, List<String> parts) {
        return operator("Concat", parts, integerAttribute("axis", axis));
    }

    String mean(String a, long axis) {
        AttributeProto keep = integerAttribute("keepdims", 1);
        if (graph.opset() >= REDUCTION_AXES_AS_INPUT) {
            return operator("ReduceMean", List.of(a, integers(axis)), keep);
        }
        AttributeProto axes = AttributeProto.newBuilder()
                .setName("axes")
                .setType(AttributeProto.AttributeType.INTS)
                .addInts(axis)
                .build();
        return operator("ReduceMean", List.of(a), keep, axes);
    }

    /// The value in another element type; the value itself if it has that type.
    String cast(String a, OnnxType from, OnnxType to) {
        return from == to ? a : operator("Cast", List.of(a), integerAttribute("to", to.code()));
    }

    /// ONNX Runtime's fused attention of `[B, S, C]` queries and `[B, S', C]` keys and values with heads side by
    /// side.
    String multiHeadAttention(String query, String key, String value, int heads, double scale) {
        graph.importContribOperators();
        AttributeProto factor = AttributeProto.newBuilder()
                .setName("scale")
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF((float) scale)
                .build();
        return operator(
                OnnxGraph.CONTRIB_DOMAIN,
                "MultiHeadAttention",
                List.of(query, key, value),
                integerAttribute("num_heads", heads),
                factor);
    }

    private String operator(String type, List<String> inputs, AttributeProto... attributes) {
        return operator("", type, inputs, attributes);
    }

    private String operator(String domain, String type, List<String> inputs, AttributeProto... attributes) {
        String output = graph.newName(type);
        graph.add(NodeProto.newBuilder()
                .setDomain(domain)
                .setOpType(type)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes))
                .build());
        return output;
    }

    private static AttributeProto integerAttribute(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }
}
