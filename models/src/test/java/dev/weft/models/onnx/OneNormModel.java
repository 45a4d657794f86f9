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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A model of one group norm, `pixels [B, C, H, W] -> normed [B, C, H, W]`, and the same norm in plain loops
/// and double precision.
final class OneNormModel {
    static final int GROUPS = 2;
    static final int CHANNELS = 4;
    static final int PIXELS = 6;
    private static final int HEIGHT = 2;
    private static final double EPSILON = 1e-5;
    private static final double[] GAMMA = {0.5, 1.5, -1, 2};
    private static final double[] BETA = {0.1, -0.2, 0.3, 0};

    private final ModelProto model;

    OneNormModel() {
        GraphProto.Builder graph = GraphProto.newBuilder().setName("one norm");
        graph.addInput(value("pixels")).addOutput(value("normed"));
        graph.addInitializer(integers("split", 0, GROUPS, -1));
        graph.addInitializer(floats("ones", new double[] {1, 1}, GROUPS));
        graph.addInitializer(floats("zeros", new double[] {0, 0}, GROUPS));
        graph.addInitializer(floats("gamma", GAMMA, CHANNELS, 1, 1));
        graph.addInitializer(floats("beta", BETA, CHANNELS, 1, 1));
        graph.addNode(node("Shape", "shape", "pixels"));
        graph.addNode(node("Reshape", "grouped", "pixels", "split"));
        graph.addNode(node("InstanceNormalization", "standard", "grouped", "ones", "zeros").toBuilder()
                .addAttribute(AttributeProto.newBuilder()
                        .setName("epsilon")
                        .setType(AttributeProto.AttributeType.FLOAT)
                        .setF((float) EPSILON)));
        graph.addNode(node("Reshape", "back", "standard", "shape"));
        graph.addNode(node("Mul", "scaled", "back", "gamma"));
        graph.addNode(node("Add", "added", "scaled", "beta"));
        graph.addNode(node("Identity", "normed", "added"));
        model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
                .setGraph(graph)
                .build();
    }

    long[] shape(int rows) {
        return new long[] {rows, CHANNELS, HEIGHT, PIXELS / HEIGHT};
    }

    /// The norm shared with references that have shares; 0 shares with one as the paper does.
    RewrittenModel shared(int references) {
        UNetStructure norms = new UNetStructure(false, false, false, false, true, false, false, false);
        UNetStructure structure = references == 0 ? norms : norms.graded(references);
        OnnxGraph graph = new OnnxGraph(model);
        ValueTypes types = new ValueTypes(graph);
        List<GroupNormPattern> found = new GroupNormDetector(graph, new PartialEvaluator(graph)).find();
        TensorInfo pixels = new TensorInfo(
                "pixels",
                OnnxType.FLOAT,
                List.of(
                        new Dimension.Symbolic("batch"),
                        new Dimension.Fixed(CHANNELS),
                        new Dimension.Fixed(HEIGHT),
                        new Dimension.Fixed(PIXELS / HEIGHT)));
        List<TensorInfo> added = SharingInputs.of(structure, 0, List.of(pixels));
        GraphWriter writer = new GraphWriter(graph);
        SharingInputs inputs = new SharingInputs(writer, added, 0, structure.references());
        new SharedNorm(writer, types, inputs.ofNorms(structure)).apply(found.getFirst());
        List<TensorInfo> all = new ArrayList<>(added);
        all.add(pixels);
        return new RewrittenModel(graph.toModel().toByteArray(), Optional.empty(), structure, 0, all, List.of());
    }

    /// Each group of a row is normalised with the mean and variance of a pool of pixels: its own, each counting
    /// `1 - Σ share / 2`, and those of each reference, each counting `share / 2`.
    double[] expected(double[] input, int[][] references, double[][] shares) {
        int groupSize = CHANNELS / GROUPS * PIXELS;
        double[] result = new double[input.length];
        for (int group = 0; group < input.length / groupSize; group++) {
            int row = group / GROUPS;
            double own = 1;
            double sum = 0;
            double squares = 0;
            for (int which = 0; which < references.length; which++) {
                double weight = shares[which][row] / 2;
                int from = (references[which][row] * GROUPS + group % GROUPS) * groupSize;
                own -= weight;
                sum += weight * moment(input, from, groupSize, 1);
                squares += weight * moment(input, from, groupSize, 2);
            }
            sum += own * moment(input, group * groupSize, groupSize, 1);
            squares += own * moment(input, group * groupSize, groupSize, 2);
            double deviation = Math.sqrt(squares - sum * sum + EPSILON);
            for (int index = group * groupSize; index < (group + 1) * groupSize; index++) {
                int channel = index / PIXELS % CHANNELS;
                result[index] = (input[index] - sum) / deviation * GAMMA[channel] + BETA[channel];
            }
        }
        return result;
    }

    private static double moment(double[] input, int from, int count, int power) {
        double sum = 0;
        for (int index = from; index < from + count; index++) {
            sum += Math.pow(input[index], power);
        }
        return sum / count;
    }

    private static NodeProto node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output)
                .build();
    }

    private static TensorProto integers(String name, long... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(OnnxType.INT64.code())
                .addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        return tensor.build();
    }

    private static TensorProto floats(String name, double[] values, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(OnnxType.FLOAT.code());
        for (long dimension : shape) {
            tensor.addDims(dimension);
        }
        for (double value : values) {
            tensor.addFloatData((float) value);
        }
        return tensor.build();
    }

    private static ValueInfoProto value(String name) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimParam("batch");
        shape.addDimBuilder().setDimValue(CHANNELS);
        shape.addDimBuilder().setDimValue(HEIGHT);
        shape.addDimBuilder().setDimValue(PIXELS / HEIGHT);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(OnnxType.FLOAT.code())
                                .setShape(shape)))
                .build();
    }
}
