package dev.weft.models.onnx;

import dev.weft.models.onnx.proto.OnnxProto.AttributeProto;
import dev.weft.models.onnx.proto.OnnxProto.GraphProto;
import dev.weft.models.onnx.proto.OnnxProto.ModelProto;
import dev.weft.models.onnx.proto.OnnxProto.NodeProto;
import dev.weft.models.onnx.proto.OnnxProto.OperatorSetIdProto;
import dev.weft.models.onnx.proto.OnnxProto.TensorProto;
import dev.weft.models.onnx.proto.OnnxProto.TensorShapeProto;
import dev.weft.models.onnx.proto.OnnxProto.TypeProto;
import dev.weft.models.onnx.proto.OnnxProto.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// A model of one self-attention layer, `tokens [B, S, C] -> mixed [B, S, C]`, with random weights, written in plain
/// operators of a chosen operator set.
final class OneLayerModel {
    static final int HEADS = 2;
    static final int HEAD_SIZE = 3;
    static final int CHANNELS = HEADS * HEAD_SIZE;
    /// Not the usual 1 / sqrt(headSize), so that a forgotten scale shows.
    static final double SCALE = 0.8;

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final double[][] weights = new double[3][CHANNELS * CHANNELS];

    OneLayerModel() {
        Random random = new Random(3);
        for (double[] weight : weights) {
            for (int index = 0; index < weight.length; index++) {
                weight[index] = (float) random.nextGaussian();
            }
        }
    }

    /// Weights of queries (0), keys (1) or values (2), `[C, C]`, applied from the right.
    double[] weight(int projection) {
        return weights[projection];
    }

    OnnxModel write(Path file, int opset) throws IOException {
        graph.addInput(value("tokens", "batch", "length")).addOutput(value("mixed", "batch", "length"));
        String[] operands = {"query", "key", "value"};
        long[][] orders = {{0, 2, 1, 3}, {0, 2, 3, 1}, {0, 2, 1, 3}};
        integers("split", 0, -1, HEADS, HEAD_SIZE);
        integers("join", 0, -1, CHANNELS);
        scalar("scale", SCALE);
        for (int projection = 0; projection < operands.length; projection++) {
            String name = operands[projection];
            floats("weight_" + name, weights[projection], CHANNELS, CHANNELS);
            node("MatMul", name, "tokens", "weight_" + name);
            node("Reshape", name + "_split", name, "split");
            node("Transpose", name + "_heads", name + "_split").addAttribute(order(orders[projection]));
        }
        node("MatMul", "products", "query_heads", "key_heads");
        node("Mul", "logits", "products", "scale");
        node("Softmax", "shares", "logits")
                .addAttribute(AttributeProto.newBuilder()
                        .setName("axis")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(3));
        node("MatMul", "mixed_heads", "shares", "value_heads");
        node("Transpose", "mixed_split", "mixed_heads").addAttribute(order(orders[0]));
        node("Reshape", "joined", "mixed_split", "join");
        node("Identity", "mixed", "joined");
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(7)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(opset))
                .setGraph(graph.setName("one layer"))
                .build();
        Files.write(file, model.toByteArray());
        return OnnxModel.read(file);
    }

    private NodeProto.Builder node(String operator, String output, String... inputs) {
        return graph.addNodeBuilder()
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output);
    }

    private static AttributeProto.Builder order(long... axes) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName("perm").setType(AttributeProto.AttributeType.INTS);
        for (long axis : axes) {
            attribute.addInts(axis);
        }
        return attribute;
    }

    private void integers(String name, long... values) {
        TensorProto.Builder tensor = graph.addInitializerBuilder()
                .setName(name)
                .setDataType(OnnxType.INT64.code())
                .addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
    }

    private void scalar(String name, double value) {
        graph.addInitializerBuilder()
                .setName(name)
                .setDataType(OnnxType.FLOAT.code())
                .addFloatData((float) value);
    }

    private void floats(String name, double[] values, long... shape) {
        TensorProto.Builder tensor = graph.addInitializerBuilder().setName(name).setDataType(OnnxType.FLOAT.code());
        for (long dimension : shape) {
            tensor.addDims(dimension);
        }
        for (double value : values) {
            tensor.addFloatData((float) value);
        }
    }

    private static ValueInfoProto.Builder value(String name, String batch, String length) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimParam(batch);
        shape.addDimBuilder().setDimParam(length);
        shape.addDimBuilder().setDimValue(CHANNELS);
        TypeProto.Tensor.Builder tensor =
                TypeProto.Tensor.newBuilder().setElemType(OnnxType.FLOAT.code()).setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor));
    }
}
