package dev.weft.models.unet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.golden.Fixture;
import dev.weft.models.golden.Golden;
import dev.weft.models.onnx.OnnxModel;
import dev.weft.models.onnx.RewrittenModelCache;
import dev.weft.models.text.Conditioning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Strength and several references in whole U-Nets of several exporters: what has to be equal at the ends of
/// their ranges, whatever the weights of a network. The formulas between are proven in GradedSharingTest of the
/// package onnx.
class StyleStrengthTest {
    static final List<Fixture> ALL =
            List.of(Fixture.LEGACY, Fixture.STATIC, Fixture.EXTERNAL, Fixture.HALF, Fixture.FUSED, Fixture.VELOCITY);

    private static final int TIMESTEP = 501;
    private static final StyleAlignment EVERYTHING =
            new StyleAlignment(true, true, true, true, true, false, 0.5, Math.log(2), 0.5);

    @TempDir
    Path cacheFolder;

    private UNet open(Fixture fixture, BackendSettings settings) throws IOException {
        OnnxModel model = OnnxModel.read(fixture.folder().resolve("unet/model.onnx"));
        return new UNet(model, new SessionFactory(settings), new RewrittenModelCache(cacheFolder, 1L << 30), 8);
    }

    private static BackendSettings cpu() {
        return BackendSettings.of(BackendChoice.parse("cpu")).withThreads(1);
    }

    /// Half precision differs by its own rounding, as padded heads are summed in another order.
    private static double bound(Fixture fixture) {
        return fixture.equals(Fixture.HALF) ? fixture.tolerance() : 1e-5;
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void at_strength_0_the_graded_graph_gives_what_the_plain_one_gives(Fixture fixture) throws IOException {
        Call call = new Call(fixture);
        try (UNet unet = open(fixture, cpu())) {
            float[] plain = call.of(unet, Sharing.plain());
            for (StyleAlignment alignment : List.of(StyleAlignment.defaults(), EVERYTHING)) {
                Sharing graded = call.shared(alignment, Reference.of(0)).graded();
                assertThat(Golden.largestDifference(call.of(unet, graded.at(0)), plain))
                        .isLessThanOrEqualTo(bound(fixture));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void at_strength_1_the_graded_graph_gives_what_that_of_the_paper_gives(Fixture fixture) throws IOException {
        Call call = new Call(fixture);
        try (UNet unet = open(fixture, cpu())) {
            for (StyleAlignment alignment : List.of(StyleAlignment.defaults(), EVERYTHING)) {
                Sharing whole = call.shared(alignment, Reference.of(0));
                assertThat(Golden.largestDifference(call.of(unet, whole.graded()), call.of(unet, whole)))
                        .isLessThanOrEqualTo(bound(fixture));
            }
        }
    }

    /// Twice the weight of the reference's keys is a shift of ln 2.
    @Test
    void strength_2_is_the_paper_with_a_shift_of_ln_2() throws IOException {
        Call call = new Call(Fixture.EXTERNAL);
        StyleAlignment shifted = new StyleAlignment(true, true, true, false, true, false, 1, Math.log(2), 0);
        try (UNet unet = open(Fixture.EXTERNAL, cpu())) {
            float[] twice = call.of(
                    unet,
                    call.shared(StyleAlignment.defaults(), Reference.of(0)).at(2));
            float[] shift = call.of(unet, call.shared(shifted, Reference.of(0)));
            assertThat(Golden.largestDifference(twice, shift)).isLessThanOrEqualTo(1e-5);
        }
    }

    @Test
    void a_weak_style_lies_near_plain_sampling_and_a_strong_one_near_the_paper() throws IOException {
        Call call = new Call(Fixture.EXTERNAL);
        try (UNet unet = open(Fixture.EXTERNAL, cpu())) {
            Sharing graded =
                    call.shared(StyleAlignment.defaults(), Reference.of(0)).graded();
            float[] plain = call.of(unet, Sharing.plain());
            float[] paper = call.of(unet, graded);
            double between = Golden.largestDifference(plain, paper);
            assertThat(Golden.largestDifference(call.of(unet, graded.at(0.001)), plain))
                    .isLessThan(0.02 * between);
            assertThat(Golden.largestDifference(call.of(unet, graded.at(0.999)), paper))
                    .isLessThan(0.02 * between);
        }
    }

    /// Rows 0 and 1 of both halves are made the same picture with the same prompt.
    @ParameterizedTest
    @FieldSource("ALL")
    void two_references_that_are_the_same_picture_count_as_one(Fixture fixture) throws IOException {
        Call call = new Call(fixture);
        call.repeatFirst();
        try (UNet unet = open(fixture, cpu())) {
            for (double strength : new double[] {1, 0.4}) {
                float[] one =
                        call.of(unet, call.shared(EVERYTHING, Reference.of(0)).at(strength));
                float[] two = call.of(
                        unet,
                        call.shared(EVERYTHING, new Reference(0, 3), Reference.of(1))
                                .at(strength));
                for (int row = 0; row < call.rows(); row++) {
                    // The second of the pair is a reference in one of the calls only.
                    if (row % (call.rows() / 2) != 1) {
                        assertThat(Golden.largestDifference(call.row(one, row), call.row(two, row)))
                                .isLessThanOrEqualTo(bound(fixture));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void references_stay_what_they_are_without_sharing(Fixture fixture) throws IOException {
        Call call = new Call(fixture);
        try (UNet unet = open(fixture, cpu())) {
            float[] plain = call.of(unet, Sharing.plain());
            float[] shared = call.of(
                    unet,
                    call.shared(EVERYTHING, Reference.of(0), Reference.of(1)).at(1.7));
            for (int row = 0; row < call.rows(); row++) {
                double difference = Golden.largestDifference(call.row(shared, row), call.row(plain, row));
                if (row % (call.rows() / 2) < 2) {
                    assertThat(difference).isLessThanOrEqualTo(bound(fixture));
                } else {
                    assertThat(difference).isGreaterThan(bound(fixture));
                }
            }
        }
    }

    @Test
    void only_the_proportion_of_weights_counts_and_a_small_one_counts_little() throws IOException {
        Call call = new Call(Fixture.EXTERNAL);
        try (UNet unet = open(Fixture.EXTERNAL, cpu())) {
            StyleAlignment style = StyleAlignment.defaults();
            float[] half = call.of(unet, call.shared(style, new Reference(0, 2), new Reference(1, 1)));
            float[] same = call.of(unet, call.shared(style, new Reference(1, 4), new Reference(0, 8)));
            assertThat(Golden.largestDifference(half, same)).isLessThanOrEqualTo(1e-5);

            float[] alone = call.of(unet, call.shared(style, Reference.of(0)));
            float[] faint = call.of(unet, call.shared(style, new Reference(0, 1), new Reference(1, 1e-6)));
            for (int row : new int[] {0, 2}) {
                assertThat(Golden.largestDifference(call.row(faint, row), call.row(alone, row)))
                        .isLessThanOrEqualTo(1e-4);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void small_calls_carry_all_references(Fixture fixture) throws IOException {
        Call call = new Call(fixture);
        Sharing sharing = call.shared(EVERYTHING, new Reference(0, 0.5), new Reference(1, 2))
                .at(0.6);
        try (UNet whole = open(fixture, cpu());
                UNet cut = open(fixture, cpu().withMaxBatch(1))) {
            assertThat(Golden.largestDifference(call.of(cut, sharing), call.of(whole, sharing)))
                    .isLessThanOrEqualTo(bound(fixture));
        }
    }

    @Test
    void a_run_of_strength_0_is_plain_sampling_bit_for_bit() throws IOException {
        Golden golden = Fixture.EXTERNAL.golden();
        AlignmentSchedule zero =
                new AlignmentSchedule(EVERYTHING, List.of(Reference.of(0)), 0, StrengthCurve.parse("0:1, 1:0.5"), 0, 1);
        try (UNet unet = open(Fixture.EXTERNAL, cpu())) {
            float[] plain = denoiser(unet, golden, Optional.empty()).predict(golden.floats("latents"), TIMESTEP, 0);
            float[] shared = denoiser(unet, golden, Optional.of(zero)).predict(golden.floats("latents"), TIMESTEP, 0);
            assertThat(shared).containsExactly(plain);
        }
    }

    @Test
    void each_step_takes_the_strength_of_the_curve() throws IOException {
        Golden golden = Fixture.EXTERNAL.golden();
        float[] latents = golden.floats("latents");
        AlignmentSchedule falling =
                new AlignmentSchedule(EVERYTHING, List.of(Reference.of(0)), 1, StrengthCurve.parse("0:1, 1:0"), 0, 1);
        try (UNet unet = open(Fixture.EXTERNAL, cpu())) {
            GuidedDenoiser curve = denoiser(unet, golden, Optional.of(falling));
            for (int step = 0; step < 4; step++) {
                AlignmentSchedule constant = new AlignmentSchedule(
                        EVERYTHING, List.of(Reference.of(0)), 1 - step / 4.0, StrengthCurve.constant(), 0, 1);
                float[] expected = denoiser(unet, golden, Optional.of(constant)).predict(latents, TIMESTEP, step);
                assertThat(Golden.largestDifference(curve.predict(latents, TIMESTEP, step), expected))
                        .as("step %d", step)
                        .isLessThanOrEqualTo(1e-4);
            }
        }
    }

    private static GuidedDenoiser denoiser(UNet unet, Golden golden, Optional<AlignmentSchedule> alignment) {
        Guidance guidance = new Guidance(
                7.5,
                Call.conditioning(golden, "last_hidden_state"),
                Call.conditioning(golden, "empty_last_hidden_state"));
        return new GuidedDenoiser(unet, 3, 8, 8, guidance, alignment, 4, StopSignal.never());
    }

    @Test
    void joined_attention_knows_no_strength_between() {
        StyleAlignment joined = new StyleAlignment(true, true, true, false, true, true, 1, 0, 0);
        assertThatThrownBy(() ->
                        new AlignmentSchedule(joined, List.of(Reference.of(0)), 0.5, StrengthCurve.constant(), 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("With full_attention_share all pictures attend to each other alike");
    }

    /// The recorded call of a fixture.
    private static final class Call {
        private final float[] sample;
        private final int rows;
        private final int height;
        private final int width;
        private Conditioning text;

        Call(Fixture fixture) {
            Golden golden = fixture.golden();
            long[] shape = golden.shape("unet_sample");
            sample = golden.floats("unet_sample").clone();
            rows = (int) shape[0];
            height = (int) shape[2];
            width = (int) shape[3];
            text = conditioning(golden, "unet_encoder_hidden_states");
        }

        static Conditioning conditioning(Golden golden, String name) {
            long[] shape = golden.shape(name);
            return new Conditioning(
                    (int) shape[0], (int) shape[1], (int) shape[2], golden.floats(name), Optional.empty());
        }

        int rows() {
            return rows;
        }

        void repeatFirst() {
            int size = sample.length / rows;
            int[] order = new int[rows];
            for (int row = 0; row < rows; row++) {
                order[row] = row % (rows / 2) == 1 ? row - 1 : row;
                System.arraycopy(sample, order[row] * size, sample, row * size, size);
            }
            text = text.select(order);
        }

        Sharing shared(StyleAlignment alignment, Reference... references) {
            return Sharing.within(alignment, 2, rows / 2, List.of(references));
        }

        float[] of(UNet unet, Sharing sharing) {
            return unet.predict(sample, rows, height, width, TIMESTEP, text, sharing, StopSignal.never());
        }

        float[] row(float[] values, int row) {
            int size = values.length / rows;
            return Arrays.copyOfRange(values, row * size, (row + 1) * size);
        }
    }
}
