package dev.weft.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every option of the rewrite against the same computation in plain loops.
class SharedAttentionTest {
    private static final int ROWS = 4;
    private static final int TOKENS = 5;
    private static final double TOLERANCE = 1e-5;

    /// A row that is its own reference, one whose reference comes later, and two references in one batch.
    private static final int[] REFERENCES = {2, 1, 2, 1};

    private static final double[] SCALES = {0.5, 0.9, 1.3, 2};
    private static final double[] SHIFTS = {0.7, -0.4, 0.2, 1.1};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "share queries keys",
        "share",
        "share queries",
        "share keys values",
        "share queries keys values",
        "queries keys",
        "values",
        "share scale",
        "share queries keys scale",
        "share shift",
        "share queries keys shift",
        "share queries keys values scale shift",
    })
    void sharing_equals_the_formulas(String options) throws Exception {
        UNetStructure structure = structure(options);

        assertThat(difference(structure, 17)).isLessThanOrEqualTo(TOLERANCE);
    }

    /// Axes of reductions changed from attribute to input in 18; other operators changed in 13.
    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13, 17, 18, 20})
    void sharing_equals_the_formulas_in_every_operator_set(int opset) throws Exception {
        assertThat(difference(structure("share queries keys scale shift"), opset))
                .isLessThanOrEqualTo(TOLERANCE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void full_attention_joins_the_rows_of_each_group(int groups) throws Exception {
        OneLayerModel layer = new OneLayerModel();
        UNetStructure structure = new UNetStructure(true, true, true, false, false, true, false, false);
        RewrittenModel model = UNetRewriter.rewrite(layer.write(folder.resolve("model.onnx"), 14), structure);
        double[] input = input();

        float[] actual = new UNetCall()
                .with("tokens", shape(), input)
                .references(model, REFERENCES)
                .with(RewrittenModel.ATTENTION_GROUPS, new long[] {1}, groups)
                .run(model);

        double[] expected = new ReferenceAttention(layer, structure, ROWS, TOKENS).joined(input, groups);
        assertThat(difference(actual, expected)).isLessThanOrEqualTo(TOLERANCE);
    }

    @Test
    void a_model_that_is_already_fused_can_be_shared() throws Exception {
        OneLayerModel layer = new OneLayerModel();
        RewrittenModel fused =
                UNetRewriter.rewrite(layer.write(folder.resolve("model.onnx"), 17), UNetStructure.plain());
        Path file = folder.resolve("fused.onnx");
        Files.write(file, fused.bytes());
        UNetStructure structure = structure("share queries keys scale shift");

        assertThat(difference(layer, OnnxModel.read(file), structure)).isLessThanOrEqualTo(TOLERANCE);
    }

    @Test
    void a_plain_rewrite_has_the_inputs_of_the_model() throws Exception {
        OnnxModel model = new OneLayerModel().write(folder.resolve("model.onnx"), 17);

        RewrittenModel plain = UNetRewriter.rewrite(model, UNetStructure.plain());

        assertThat(plain.inputs()).isEqualTo(model.inputs());
        assertThat(plain.selfAttentionLayers()).isEqualTo(1);
    }

    private double difference(UNetStructure structure, int opset) throws Exception {
        OneLayerModel layer = new OneLayerModel();
        return difference(layer, layer.write(folder.resolve("model.onnx"), opset), structure);
    }

    private static double difference(OneLayerModel layer, OnnxModel original, UNetStructure structure)
            throws Exception {
        RewrittenModel model = UNetRewriter.rewrite(original, structure);
        double[] input = input();
        float[] actual = new UNetCall()
                .with("tokens", shape(), input)
                .references(model, REFERENCES)
                .with(RewrittenModel.STYLE_SCALE, new long[] {ROWS}, SCALES)
                .with(RewrittenModel.STYLE_SHIFT, new long[] {ROWS}, SHIFTS)
                .run(model);
        double[] expected =
                new ReferenceAttention(layer, structure, ROWS, TOKENS).shared(input, REFERENCES, SCALES, SHIFTS);
        return difference(actual, expected);
    }

    private static UNetStructure structure(String options) {
        return new UNetStructure(
                options.contains("share"),
                options.contains("queries"),
                options.contains("keys"),
                options.contains("values"),
                false,
                false,
                options.contains("scale"),
                options.contains("shift"));
    }

    private static long[] shape() {
        return new long[] {ROWS, TOKENS, OneLayerModel.CHANNELS};
    }

    private static double[] input() {
        return new Random(5)
                .doubles((long) ROWS * TOKENS * OneLayerModel.CHANNELS, -1, 2)
                .map(number -> (float) number)
                .toArray();
    }

    private static double difference(float[] actual, double[] expected) {
        assertThat(actual).hasSize(expected.length);
        double largest = 0;
        for (int index = 0; index < actual.length; index++) {
            double difference = Math.abs(actual[index] - expected[index]);
            largest = difference <= largest ? largest : difference;
        }
        return largest;
    }
}
