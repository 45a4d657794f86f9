package dev.weft.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Exports of other kinds, compared with diffusers and the authors' code (fixtures' `golden.json`).
class FixtureParityTest {
    private static final Path FIXTURES = Path.of("target/fixtures");
    private static final String MODELS = """
            sd15-legacy-tiny,   sd15-legacy-tiny,   1e-4
            sd15-static-tiny,   sd15-static-tiny,   1e-4
            sd15-external-tiny, sd15-external-tiny, 1e-4
            sd15-fp16-tiny,     sd15-external-tiny, 5e-3
            sd15-fused-tiny,    sd15-external-tiny, 1e-4
            sd2-v-tiny,         sd2-v-tiny,         1e-4
            """;

    /// Fixtures whose golden data has a call with a part of the layers unshared.
    private static final String LEVEL = """
            sd15-legacy-tiny,   sd15-legacy-tiny,   1e-4
            sd15-static-tiny,   sd15-static-tiny,   1e-4
            sd15-external-tiny, sd15-external-tiny, 1e-4
            sd15-fp16-tiny,     sd15-external-tiny, 5e-3
            sd15-fused-tiny,    sd15-external-tiny, 1e-4
            """;

    /// Fixtures that take pictures of other sizes.
    private static final String WIDE = """
            sd15-legacy-tiny,   sd15-legacy-tiny,   1e-4
            sd15-external-tiny, sd15-external-tiny, 1e-4
            sd15-fp16-tiny,     sd15-external-tiny, 5e-3
            sd15-fused-tiny,    sd15-external-tiny, 1e-4
            sd2-v-tiny,         sd2-v-tiny,         1e-4
            """;

    /// Models that hold the same weights as another fixture have its golden values too.
    @ParameterizedTest
    @CsvSource(textBlock = MODELS)
    void a_plain_call_gives_the_golden_values(String name, String golden, double tolerance) throws Exception {
        check(name, golden, tolerance, "unet_plain", UNetStructure.plain());
    }

    @ParameterizedTest
    @CsvSource(textBlock = WIDE)
    void a_wide_picture_gives_the_golden_values(String name, String golden, double tolerance) throws Exception {
        GoldenTensors tensors = GoldenTensors.read(FIXTURES.resolve(golden, "golden.safetensors"));
        RewrittenModel model = rewrite(name, UNetStructure.plain());

        UNetCall call = new UNetCall()
                .with("sample", tensors.tensor("wide_sample"))
                .with("encoder_hidden_states", tensors.tensor("wide_encoder_hidden_states"))
                .timestep(model, 101, 2);

        assertThat(difference(call.run(model), tensors.tensor("wide_plain").values()))
                .isLessThanOrEqualTo(tolerance);
    }

    @ParameterizedTest
    @CsvSource(textBlock = MODELS)
    void sharing_gives_the_golden_values(String name, String golden, double tolerance) throws Exception {
        check(name, golden, tolerance, "unet_shared", UNetStructure.styleAligned());
    }

    @ParameterizedTest
    @CsvSource(textBlock = MODELS)
    void every_row_as_its_own_reference_is_a_plain_call(String name, String golden, double tolerance) throws Exception {
        UNetStructure everything = new UNetStructure(true, true, true, true, true, false, true, true);
        check(name, golden, tolerance, "identity", everything);
    }

    @ParameterizedTest
    @CsvSource(textBlock = MODELS)
    void sharing_without_group_norms_gives_the_golden_values(String name, String golden, double tolerance)
            throws Exception {
        UNetStructure structure = new UNetStructure(true, true, true, false, false, false, false, false);
        check(name, golden, tolerance, "unet_shared_no_group_norm", structure);
    }

    @ParameterizedTest
    @CsvSource(textBlock = LEVEL)
    void sharing_in_half_of_the_layers_gives_the_golden_values(String name, String golden, double tolerance)
            throws Exception {
        check(name, golden, tolerance, "unet_shared_level", UNetStructure.styleAligned());
    }

    private static void check(String name, String goldenName, double tolerance, String wanted, UNetStructure structure)
            throws Exception {
        GoldenTensors golden = GoldenTensors.read(FIXTURES.resolve(goldenName, "golden.safetensors"));
        String expected = wanted.equals("identity") ? "unet_plain" : wanted;
        RewrittenModel model = rewrite(name, structure);
        GoldenTensors.Tensor sample = golden.tensor("unet_sample");
        int rows = (int) sample.shape()[0];
        UNetCall call = new UNetCall()
                .with("sample", sample)
                .with("encoder_hidden_states", golden.tensor("unet_encoder_hidden_states"))
                .with(RewrittenModel.STYLE_SCALE, new long[] {rows}, filled(rows, 0.7))
                .with(RewrittenModel.STYLE_SHIFT, new long[] {rows}, filled(rows, 0.4))
                .timestep(model, 501, rows)
                .references(model, wanted.equals("identity") ? identity(rows) : firstOfHalves(rows));
        if (wanted.equals("unet_shared_level")) {
            boolean[] unshared = SharingLevels.unshared(model.selfAttentionLayers(), 0.5);
            for (int layer = 0; layer < unshared.length; layer++) {
                if (unshared[layer]) {
                    call.unshare(layer);
                }
            }
        }
        double difference = difference(call.run(model), golden.tensor(expected).values());
        assertThat(difference).isLessThanOrEqualTo(tolerance);
    }

    private static RewrittenModel rewrite(String name, UNetStructure structure) throws InvalidModelException {
        return UNetRewriter.rewrite(OnnxModel.read(FIXTURES.resolve(name, "unet", "model.onnx")), structure);
    }

    static int[] identity(int rows) {
        int[] references = new int[rows];
        for (int row = 0; row < rows; row++) {
            references[row] = row;
        }
        return references;
    }

    /// As StyleAligned has it: the negative half refers to its first row, and so does the positive half.
    static int[] firstOfHalves(int rows) {
        int[] references = new int[rows];
        for (int row = 0; row < rows; row++) {
            references[row] = row < rows / 2 ? 0 : rows / 2;
        }
        return references;
    }

    static double[] filled(int count, double number) {
        double[] numbers = new double[count];
        Arrays.fill(numbers, number);
        return numbers;
    }

    static double difference(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double largest = 0;
        for (int index = 0; index < actual.length; index++) {
            // A NaN must not pass as small.
            double difference = Math.abs((double) actual[index] - expected[index]);
            largest = difference <= largest ? largest : difference;
        }
        return largest;
    }
}
