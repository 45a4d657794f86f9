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

/// A model that gives back what it is given, `[rows, 4, H, W]`, and asks for `(rows / 2)^24` numbers of memory
/// while it does so: 64 MiB for 4 rows, and for 8 more than any machine has.
public final class GreedyModel {
    private static final int EXPONENT = 24;

    private GreedyModel() {}

    /// Writes the model with the inputs of a U-Net, of which it uses the latents.
    public static Path unet(Path folder) throws IOException {
        Path file = folder.resolve("greedy-unet.onnx");
        GraphProto.Builder graph = graph("sample", "out_sample");
        graph.addInput(value("timestep", 1)).addInput(value("encoder_hidden_states", 3));
        write(graph, file);
        return file;
    }

    /// Writes the model as a VAE decoder.
    public static Path decoder(Path folder) throws IOException {
        Path file = folder.resolve("greedy-decoder.onnx");
        write(graph("latent_sample", "sample"), file);
        return file;
    }

    private static GraphProto.Builder graph(String input, String output) {
        GraphProto.Builder graph = GraphProto.newBuilder().setName("greedy");
        graph.addInput(value(input, 4)).addOutput(value(output, 4));
        graph.addInitializer(number("two", 2)).addInitializer(number("exponent", EXPONENT));
        graph.addInitializer(number("most", 0x1p48f));
        graph.addInitializer(TensorProto.newBuilder()
                .setName("first")
                .setDataType(OnnxType.INT64.code())
                .addDims(1)
                .addInt64Data(0));
        graph.addNode(node("Shape", "sizes", input));
        graph.addNode(node("Gather", "rows", "sizes", "first"));
        graph.addNode(cast("rows", "number", OnnxType.FLOAT));
        graph.addNode(node("Div", "half", "number", "two"));
        graph.addNode(node("Pow", "power", "half", "exponent"));
        graph.addNode(node("Min", "much", "power", "most"));
        graph.addNode(cast("much", "count", OnnxType.INT64));
        graph.addNode(node("ConstantOfShape", "zeros", "count"));
        graph.addNode(node("ReduceSum", "zero", "zeros").toBuilder()
                .addAttribute(AttributeProto.newBuilder()
                        .setName("keepdims")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(0)));
        graph.addNode(node("Add", output, input, "zero"));
        return graph;
    }

    private static void write(GraphProto.Builder graph, Path file) throws IOException {
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
                .setGraph(graph)
                .build();
        Files.write(file, model.toByteArray());
    }

    private static NodeProto node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output)
                .build();
    }

    private static NodeProto cast(String input, String output, OnnxType type) {
        return node("Cast", output, input).toBuilder()
                .addAttribute(AttributeProto.newBuilder()
                        .setName("to")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(type.code()))
                .build();
    }

    private static TensorProto number(String name, float value) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(OnnxType.FLOAT.code())
                .addFloatData(value)
                .build();
    }

    private static ValueInfoProto value(String name, int rank) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (int axis = 0; axis < rank; axis++) {
            if (axis == 1 && rank == 4) {
                shape.addDimBuilder().setDimValue(4);
            } else {
                shape.addDimBuilder().setDimParam(name + axis);
            }
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(OnnxType.FLOAT.code())
                                .setShape(shape)))
                .build();
    }
}
