package dev.weft.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.protobuf.ByteString;
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
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One layer with its weight stored in every way that exporters and quantisers have, against the sum computed here.
class WeightMergeTest {
    private static final int INPUTS = 3;
    private static final int OUTPUTS = 4;
    private static final int RANK = 2;
    private static final int ROWS = 5;
    private static final float SCALE = 0.25f;
    private static final ModuleName LAYER = ModuleName.of("mid_block.attentions.0.proj_in");

    @TempDir
    private Path folder = Path.of("");

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("one layer");
    private final Random random = new Random(7);
    private final float[] tokens = numbers(ROWS * INPUTS);
    private final float[] down = numbers(RANK * INPUTS);
    private final float[] up = numbers(OUTPUTS * RANK);
    /// Small whole numbers times the scale, which every storage holds exactly; `[outputs, inputs]`.
    private final float[] weight = new float[OUTPUTS * INPUTS];

    WeightMergeTest() {
        for (int index = 0; index < weight.length; index++) {
            weight[index] = SCALE * (random.nextInt(17) - 8);
        }
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int index = 0; index < count; index++) {
            numbers[index] = (float) random.nextGaussian();
        }
        return numbers;
    }

    enum Storage {
        FLOAT,
        HALF,
        BRAIN,
        SCALED_INTEGER,
        QUANTISED,
        TRANSPOSED,
        SHARED,
        NODE
    }

    @ParameterizedTest
    @EnumSource(Storage.class)
    void the_product_is_added_to_a_matrix(Storage storage) throws Exception {
        store(storage, LowRankUpdate.transposed(weight, OUTPUTS, INPUTS), INPUTS, OUTPUTS);
        node("MatMul", "/mid_block/attentions.0/proj_in/MatMul", "result", "tokens", "weight");
        check(merged(1).bytes(), expected(1));
    }

    @ParameterizedTest
    @EnumSource(Storage.class)
    void the_product_is_added_to_a_transposed_matrix(Storage storage) throws Exception {
        store(storage, weight, OUTPUTS, INPUTS);
        node("Gemm", "/mid_block/attentions.0/proj_in/Gemm", "result", "tokens", "weight")
                .addAttribute(integer("transB", 1));
        check(merged(1).bytes(), expected(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 0.5, 2})
    void a_factor_counts_with_its_sign(double factor) throws Exception {
        store(Storage.FLOAT, weight, OUTPUTS, INPUTS);
        node("Gemm", "/mid_block/attentions.0/proj_in/Gemm", "result", "tokens", "weight")
                .addAttribute(integer("transB", 1));
        check(merged(factor).bytes(), expected(factor));
    }

    /// A kernel of one by three pixels over a picture of one channel: each row of tokens is such a picture.
    @Test
    void the_product_is_added_to_a_kernel() throws Exception {
        store(Storage.FLOAT, weight, OUTPUTS, 1, 1, INPUTS);
        long[] shape = {ROWS, 1, 1, INPUTS};
        graph.addInitializer(TensorProto.newBuilder()
                .setName("shape")
                .setDataType(OnnxType.INT64.code())
                .addDims(shape.length)
                .addAllInt64Data(Arrays.stream(shape).boxed().toList()));
        node("Reshape", "", "picture", "tokens", "shape");
        node("Conv", "/mid_block/attentions.0/proj_in/Conv", "result", "picture", "weight");
        check(merged(1).bytes(), expected(1));
    }

    @Test
    void another_layer_that_shares_the_stored_weight_keeps_it() throws Exception {
        store(Storage.FLOAT, weight, OUTPUTS, INPUTS);
        node("Gemm", "/mid_block/attentions.0/proj_in/Gemm", "first", "tokens", "weight")
                .addAttribute(integer("transB", 1));
        node("Gemm", "/mid_block/attentions.0/proj_out/Gemm", "second", "tokens", "weight")
                .addAttribute(integer("transB", 1));
        node("Sub", "", "result", "first", "second");
        float[] with = expected(1);
        float[] without = expected(0);
        for (int index = 0; index < with.length; index++) {
            with[index] -= without[index];
        }
        check(merged(1).bytes(), with);
    }

    @Test
    void two_updates_of_one_layer_add_up() throws Exception {
        store(Storage.FLOAT, weight, OUTPUTS, INPUTS);
        node("Gemm", "/mid_block/attentions.0/proj_in/Gemm", "result", "tokens", "weight")
                .addAttribute(integer("transB", 1));
        LowRankUpdate both = update(0.5).plus(update(-2)).plus(update(3));
        check(new WeightMerge(model()).merged(List.of(both)).bytes(), expected(1.5));
    }

    @Test
    void the_model_that_was_read_stays_as_it_was() throws Exception {
        store(Storage.FLOAT, weight, OUTPUTS, INPUTS);
        node("Gemm", "/mid_block/attentions.0/proj_in/Gemm", "result", "tokens", "weight")
                .addAttribute(integer("transB", 1));
        OnnxModel model = model();
        byte[] before = model.bytes();
        OnnxModel merged = new WeightMerge(model).merged(List.of(update(1)));
        assertThat(model.bytes()).isEqualTo(before);
        assertThat(model.variant()).isEmpty();
        assertThat(merged.variant())
                .isNotEmpty()
                .isEqualTo(new WeightMerge(model).merged(List.of(update(1))).variant())
                .isNotEqualTo(
                        new WeightMerge(model).merged(List.of(update(1.0001))).variant());
    }

    @Test
    void an_update_of_another_size_is_refused() throws Exception {
        store(Storage.FLOAT, weight, OUTPUTS, INPUTS);
        node("Gemm", "/mid_block/attentions.0/proj_in/Gemm", "result", "tokens", "weight")
                .addAttribute(integer("transB", 1));
        WeightMerge merge = new WeightMerge(model());
        assertThat(merge.modules()).containsExactly(LAYER);
        assertThat(merge.size(LAYER)).isEqualTo(new WeightSize(OUTPUTS, INPUTS));
        LowRankUpdate swapped = new LowRankUpdate(LAYER, RANK, up, down);
        assertThatThrownBy(() -> merge.merged(List.of(swapped)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 by 3, its update 3 by 4");
    }

    private LowRankUpdate update(double factor) {
        float[] scaled = up.clone();
        for (int index = 0; index < scaled.length; index++) {
            scaled[index] *= (float) factor;
        }
        return new LowRankUpdate(LAYER, RANK, down, scaled);
    }

    private OnnxModel merged(double factor) throws IOException {
        return new WeightMerge(model()).merged(List.of(update(factor)));
    }

    /// `tokens · (weight + factor · up · down)ᵀ`, in double precision.
    private float[] expected(double factor) {
        float[] expected = new float[ROWS * OUTPUTS];
        for (int row = 0; row < ROWS; row++) {
            for (int output = 0; output < OUTPUTS; output++) {
                double sum = 0;
                for (int input = 0; input < INPUTS; input++) {
                    double product = 0;
                    for (int middle = 0; middle < RANK; middle++) {
                        product += (double) up[output * RANK + middle] * down[middle * INPUTS + input];
                    }
                    sum += tokens[row * INPUTS + input] * (weight[output * INPUTS + input] + factor * product);
                }
                expected[row * OUTPUTS + output] = (float) sum;
            }
        }
        return expected;
    }

    private void check(byte[] model, float[] expected) throws OrtException {
        try (OrtSession session = UNetCall.open(model, Optional.empty());
                OnnxTensor input = OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(), FloatBuffer.wrap(tokens), new long[] {ROWS, INPUTS});
                OrtSession.Result result = session.run(Map.of("tokens", input))) {
            float[] actual = new float[expected.length];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(actual);
            for (int index = 0; index < actual.length; index++) {
                assertThat(actual[index]).isCloseTo(expected[index], within(1e-5f));
            }
        }
    }

    private OnnxModel model() throws IOException {
        graph.clearInput().clearOutput();
        graph.addInput(value("tokens", ROWS, INPUTS));
        graph.addOutput(ValueInfoProto.newBuilder()
                .setName("result")
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder().setElemType(OnnxType.FLOAT.code()))));
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(7)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(14))
                .setGraph(graph)
                .build();
        Path file = folder.resolve("model.onnx");
        Files.write(file, model.toByteArray());
        return OnnxModel.read(file);
    }

    private static ValueInfoProto value(String name, long rows, long columns) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimValue(rows);
        shape.addDimBuilder().setDimValue(columns);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(OnnxType.FLOAT.code())
                                .setShape(shape)))
                .build();
    }

    private NodeProto.Builder node(String operator, String name, String output, String... inputs) {
        return graph.addNodeBuilder()
                .setOpType(operator)
                .setName(name)
                .addAllInput(List.of(inputs))
                .addOutput(output);
    }

    private static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    /// Adds the value `weight`, stored so.
    private void store(Storage storage, float[] values, long... shape) {
        switch (storage) {
            case FLOAT -> graph.addInitializer(floats("weight", values, shape));
            case HALF -> cast("half", halves(values, shape, OnnxType.FLOAT16), "weight");
            case BRAIN -> cast("brain", halves(values, shape, OnnxType.BFLOAT16), "weight");
            case SCALED_INTEGER -> {
                cast("integers", integers(values, shape), "wide");
                graph.addInitializer(floats("scale", new float[] {SCALE}));
                node("Mul", "", "weight", "wide", "scale");
            }
            case QUANTISED -> {
                graph.addInitializer(integers(values, shape).setName("integers"));
                graph.addInitializer(floats("scale", new float[] {SCALE}));
                node("DequantizeLinear", "", "weight", "integers", "scale");
            }
            case TRANSPOSED -> {
                float[] turned = LowRankUpdate.transposed(values, (int) shape[0], (int) shape[1]);
                graph.addInitializer(floats("turned", turned, shape[1], shape[0]));
                node("Transpose", "", "weight", "turned")
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("perm")
                                .setType(AttributeProto.AttributeType.INTS)
                                .addInts(1)
                                .addInts(0));
            }
            case SHARED -> {
                graph.addInitializer(floats("stored", values, shape));
                node("Identity", "", "weight", "stored");
            }
            case NODE ->
                node("Constant", "", "weight")
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("value")
                                .setType(AttributeProto.AttributeType.TENSOR)
                                .setT(floats("", values, shape)));
        }
    }

    private void cast(String name, TensorProto.Builder stored, String output) {
        graph.addInitializer(stored.setName(name));
        node("Cast", "", output, name).addAttribute(integer("to", OnnxType.FLOAT.code()));
    }

    private static TensorProto.Builder tensor(OnnxType type, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(type.code());
        for (long size : shape) {
            tensor.addDims(size);
        }
        return tensor;
    }

    private static TensorProto floats(String name, float[] values, long... shape) {
        TensorProto.Builder tensor = tensor(OnnxType.FLOAT, shape).setName(name);
        for (float value : values) {
            tensor.addFloatData(value);
        }
        return tensor.build();
    }

    private static TensorProto.Builder halves(float[] values, long[] shape, OnnxType type) {
        TensorProto.Builder tensor = tensor(type, shape);
        for (float value : values) {
            int bits = type == OnnxType.FLOAT16 ? Float.floatToFloat16(value) : Float.floatToIntBits(value) >>> 16;
            tensor.addInt32Data(bits & 0xffff);
        }
        return tensor;
    }

    private static TensorProto.Builder integers(float[] values, long[] shape) {
        byte[] bytes = new byte[values.length];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) Math.round(values[index] / SCALE);
        }
        return tensor(OnnxType.INT8, shape).setRawData(ByteString.copyFrom(bytes));
    }
}
