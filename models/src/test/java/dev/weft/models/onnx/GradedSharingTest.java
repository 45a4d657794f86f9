package dev.weft.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Strength and several references, which are data of each call, against the same computations in plain loops.
class GradedSharingTest {
    private static final int ROWS = 4;
    private static final int TOKENS = 5;
    private static final int MOST_REFERENCES = 3;
    private static final double TOLERANCE = 1e-5;

    private static final int[][] REFERENCES = {{2, 1, 2, 1}, {0, 1, 3, 3}, {1, 1, 0, 2}};
    private static final double[] SCALES = {0.5, 0.9, 1.3, 2};
    private static final double[][] SHIFTS = {{0.7, -0.4, 0.2, 1.1}, {-3, 0.1, 0, 0.6}, {0.3, -13, -1, 0.5}};
    private static final double[][] SHARES = {{0.2, 0, 0.5, 1}, {0.1, 0.4, 0.5, 0}, {0.7, 0.3, 0, 0}};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "share queries keys, 1",
        "share queries keys, 2",
        "share queries keys, 3",
        "share, 1",
        "share, 3",
        "queries, 2",
        "queries keys values, 1",
        "share queries keys values scale shift, 1",
        "share queries keys values scale shift, 2",
        "share queries keys values scale shift, 3",
    })
    void weights_and_strength_equal_the_formulas(String options, int references) throws Exception {
        assertAttention(options, references, 17);
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 13, 18, 20})
    void weights_and_strength_equal_the_formulas_in_every_operator_set(int opset) throws Exception {
        assertAttention("share queries keys scale", 2, opset);
    }

    private void assertAttention(String options, int references, int opset) throws Exception {
        OneLayerModel layer = new OneLayerModel();
        UNetStructure structure = structure(options).graded(references);
        RewrittenModel model = UNetRewriter.rewrite(layer.write(folder.resolve("model.onnx"), opset), structure);
        double[] input = numbers(ROWS * TOKENS * OneLayerModel.CHANNELS);
        int[][] rows = Arrays.copyOf(REFERENCES, references);
        double[][] shifts = Arrays.copyOf(SHIFTS, references);
        double[][] shares = Arrays.copyOf(SHARES, references);

        float[] actual = call(model, rows, shifts, shares)
                .with("tokens", new long[] {ROWS, TOKENS, OneLayerModel.CHANNELS}, input)
                .run(model);

        double[] expected =
                new ReferenceAttention(layer, structure, ROWS, TOKENS).shared(input, rows, SCALES, shifts, shares);
        assertThat(difference(actual, expected)).isLessThanOrEqualTo(TOLERANCE);
    }

    private static UNetCall call(RewrittenModel model, int[][] rows, double[][] shifts, double[][] shares) {
        long[] each = {rows.length, ROWS};
        return new UNetCall()
                .references(model, rows)
                .with(RewrittenModel.STYLE_SCALE, new long[] {ROWS}, SCALES)
                .with(RewrittenModel.STYLE_SHIFT, rows.length == 1 ? new long[] {ROWS} : each, flat(shifts))
                .with(RewrittenModel.STYLE_SHARE, each, flat(shares));
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

    @ParameterizedTest
    @ValueSource(ints = {1, 2, MOST_REFERENCES})
    void norms_pool_the_pixels_of_a_row_and_its_references_by_their_shares(int references) throws Exception {
        OneNormModel norm = new OneNormModel();
        int[][] rows = Arrays.copyOf(REFERENCES, references);
        double[][] shares = Arrays.copyOf(SHARES, references);
        double[] input = numbers(ROWS * OneNormModel.CHANNELS * OneNormModel.PIXELS);
        // A row far from its references shows what cancellation would lose.
        Arrays.setAll(input, index -> index < input.length / ROWS ? input[index] + 30 : input[index]);
        RewrittenModel model = norm.shared(references);

        float[] actual = call(model, rows, SHIFTS, shares)
                .with("pixels", norm.shape(ROWS), input)
                .run(model);

        assertThat(difference(actual, norm.expected(input, rows, shares))).isLessThanOrEqualTo(TOLERANCE);
    }

    @Test
    void norms_of_the_paper_pool_a_row_with_its_reference_half_and_half() throws Exception {
        OneNormModel norm = new OneNormModel();
        double[] input = numbers(ROWS * OneNormModel.CHANNELS * OneNormModel.PIXELS);
        int[][] rows = {REFERENCES[0]};
        double[][] shares = {{1, 1, 1, 1}};
        double[] expected = norm.expected(input, rows, shares);
        for (RewrittenModel model : new RewrittenModel[] {norm.shared(0), norm.shared(1)}) {
            float[] actual = call(model, rows, SHIFTS, shares)
                    .with("pixels", norm.shape(ROWS), input)
                    .run(model);
            assertThat(difference(actual, expected)).isLessThanOrEqualTo(TOLERANCE);
        }
    }

    @Test
    void what_refers_to_no_row_has_neither_strength_nor_references() {
        assertThat(UNetStructure.plain().graded(3)).isEqualTo(UNetStructure.plain());
        UNetStructure joined = new UNetStructure(true, true, true, false, false, true, true, true);
        assertThat(joined.graded(2)).isEqualTo(joined);
    }

    @Test
    void several_references_need_shares_and_shifts() {
        UNetStructure two = new UNetStructure(true, true, false, false, false, false, false, false, false, 2, false);
        assertThat(two.graded()).isTrue();
        assertThat(two.shift()).isTrue();
        assertThat(two.key())
                .isNotEqualTo(UNetStructure.styleAligned().graded(3).key());
    }

    private static double[] numbers(int count) {
        return new Random(5).doubles(count, -1, 2).map(number -> (float) number).toArray();
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
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
