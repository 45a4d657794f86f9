package dev.weft.models.unet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.ModelException;
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
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// U-Nets of other exporters against diffusers and the StyleAligned authors' handlers (float32): single calls at
/// timestep 501 and trajectories of 10 DDIM steps with guidance 7.5.
class FixtureUNetTest {
    static final List<Fixture> ALL =
            List.of(Fixture.LEGACY, Fixture.STATIC, Fixture.EXTERNAL, Fixture.HALF, Fixture.FUSED, Fixture.VELOCITY);
    static final List<Fixture> CUT = List.of(Fixture.LEGACY, Fixture.EXTERNAL, Fixture.HALF);

    private static final int STEPS = 10;
    private static final double GUIDANCE = 7.5;
    private static final int TIMESTEP = 501;
    private static final StyleAlignment NO_NORMS = new StyleAlignment(true, true, true, false, false, false, 1, 0, 0);
    private static final StyleAlignment HALF_LEVEL =
            new StyleAlignment(true, true, true, false, true, false, 1, 0, 0.5);

    @TempDir
    Path cacheFolder;

    private UNet open(Fixture fixture, BackendSettings settings) throws IOException {
        OnnxModel model = OnnxModel.read(fixture.folder().resolve("unet/model.onnx"));
        return new UNet(model, new SessionFactory(settings), new RewrittenModelCache(cacheFolder, 1L << 30), 8);
    }

    /// These models are too small for a second thread to be worth waking.
    private static BackendSettings cpu() {
        return BackendSettings.of(BackendChoice.parse("cpu")).withThreads(1);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void a_call_gives_the_recorded_prediction_plain_and_shared(Fixture fixture) throws IOException {
        Golden golden = fixture.golden();
        int rows = (int) golden.shape("unet_sample")[0];
        try (UNet unet = open(fixture, cpu())) {
            assertCall(unet, fixture, golden, "unet_plain", Sharing.plain());
            assertCall(unet, fixture, golden, "unet_shared", shared(StyleAlignment.defaults(), rows));
            assertCall(unet, fixture, golden, "unet_shared_no_group_norm", shared(NO_NORMS, rows));
            if (golden.has("unet_shared_level")) {
                assertCall(unet, fixture, golden, "unet_shared_level", shared(HALF_LEVEL, rows));
            }
        }
    }

    private static Sharing shared(StyleAlignment alignment, int rows) {
        return Sharing.within(alignment, 2, rows / 2, List.of(Reference.of(0)));
    }

    private static void assertCall(UNet unet, Fixture fixture, Golden golden, String name, Sharing sharing) {
        float[] prediction = call(unet, golden, sharing);
        assertThat(Golden.largestDifference(prediction, golden.floats(name)))
                .as(name)
                .isLessThanOrEqualTo(fixture.tolerance());
    }

    private static float[] call(UNet unet, Golden golden, Sharing sharing) {
        long[] shape = golden.shape("unet_sample");
        return unet.predict(
                golden.floats("unet_sample"),
                (int) shape[0],
                (int) shape[2],
                (int) shape[3],
                TIMESTEP,
                conditioning(golden, "unet_encoder_hidden_states"),
                sharing,
                StopSignal.never());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void trajectories_follow_the_recorded_ones_plain_and_shared(Fixture fixture) throws IOException {
        try (UNet unet = open(fixture, cpu())) {
            assertTrajectory(unet, fixture, "ddim_plain", Optional.empty());
            assertTrajectory(
                    unet, fixture, "ddim_shared", Optional.of(AlignmentSchedule.always(StyleAlignment.defaults())));
        }
    }

    /// Half precision is compared one step at a time, because guidance amplifies its rounding from step to step; then a
    /// step may differ by what the guidance makes of the tolerance of a call.
    private static void assertTrajectory(
            UNet unet, Fixture fixture, String name, Optional<AlignmentSchedule> alignment) {
        Golden golden = fixture.golden();
        GuidedDenoiser denoiser = denoiser(unet, golden, alignment, new StopSignal());
        Ddim ddim = new Ddim(STEPS, fixture.equals(Fixture.VELOCITY));
        if (fixture.equals(Fixture.HALF)) {
            for (int step = 0; step < STEPS; step++) {
                float[] sample = golden.entry(name, step);
                float[] prediction = denoiser.predict(sample, ddim.timestep(step), step);
                float[] recorded = golden.entry(name, step + 1);
                assertThat(Golden.largestDifference(ddim.step(sample, prediction, step), recorded))
                        .as("%s, step %d", name, step)
                        .isLessThanOrEqualTo((2 * GUIDANCE - 1) * fixture.tolerance());
            }
        } else {
            List<float[]> trajectory = ddim.run(golden.floats("latents"), denoiser);
            assertThat(golden.largestDifference(trajectory, name)).as(name).isLessThanOrEqualTo(5e-3);
        }
    }

    private static GuidedDenoiser denoiser(
            UNet unet, Golden golden, Optional<AlignmentSchedule> alignment, StopSignal stop) {
        long[] shape = golden.shape("latents");
        Guidance guidance = new Guidance(
                GUIDANCE, conditioning(golden, "last_hidden_state"), conditioning(golden, "empty_last_hidden_state"));
        return new GuidedDenoiser(
                unet, (int) shape[0], (int) shape[2], (int) shape[3], guidance, alignment, STEPS, stop);
    }

    private static Conditioning conditioning(Golden golden, String name) {
        long[] shape = golden.shape(name);
        return new Conditioning((int) shape[0], (int) shape[1], (int) shape[2], golden.floats(name), Optional.empty());
    }

    @ParameterizedTest
    @FieldSource("CUT")
    void small_calls_give_what_one_call_gives(Fixture fixture) throws IOException {
        Golden golden = fixture.golden();
        int rows = (int) golden.shape("unet_sample")[0];
        try (UNet whole = open(fixture, cpu());
                UNet cutInTwos = open(fixture, cpu().withMaxBatch(2));
                UNet cutInFours = open(fixture, cpu().withMaxBatch(4))) {
            for (Sharing sharing : List.of(Sharing.plain(), shared(everything(), rows), shared(joined(), rows))) {
                float[] expected = call(whole, golden, sharing);
                for (UNet cut : List.of(cutInTwos, cutInFours)) {
                    assertThat(Golden.largestDifference(call(cut, golden, sharing), expected))
                            .isLessThanOrEqualTo(fixture.tolerance());
                }
            }
        }
    }

    private static AlignmentSchedule schedule(StyleAlignment alignment, int reference, double start, double end) {
        return new AlignmentSchedule(
                alignment, List.of(Reference.of(reference)), 1, StrengthCurve.constant(), start, end);
    }

    private static StyleAlignment everything() {
        return new StyleAlignment(true, true, true, true, true, false, 0.5, Math.log(2), 0.5);
    }

    private static StyleAlignment joined() {
        return new StyleAlignment(true, true, true, false, true, true, 1, 0, 0);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void a_wide_latent_gives_the_recorded_prediction(Fixture fixture) throws IOException {
        Golden golden = fixture.golden();
        try (UNet unet = open(fixture, cpu())) {
            if (golden.has("wide_plain")) {
                long[] shape = golden.shape("wide_sample");
                float[] prediction = unet.predict(
                        golden.floats("wide_sample"),
                        (int) shape[0],
                        (int) shape[2],
                        (int) shape[3],
                        101,
                        conditioning(golden, "wide_encoder_hidden_states"),
                        Sharing.plain(),
                        StopSignal.never());
                assertThat(Golden.largestDifference(prediction, golden.floats("wide_plain")))
                        .isLessThanOrEqualTo(fixture.tolerance());
            } else {
                assertThat(fixture).isEqualTo(Fixture.STATIC);
            }
        }
    }

    @Test
    void a_fixed_batch_is_filled_up_where_there_are_fewer_pictures() throws IOException {
        Golden golden = Fixture.STATIC.golden();
        Conditioning positive = conditioning(golden, "last_hidden_state");
        Conditioning negative = conditioning(golden, "empty_last_hidden_state");
        float[] latents = golden.floats("latents");
        int size = latents.length / 4;
        float[] two = Arrays.copyOf(latents, 2 * size);
        for (StyleAlignment alignment : List.of(StyleAlignment.defaults(), joined())) {
            Optional<AlignmentSchedule> always = Optional.of(AlignmentSchedule.always(alignment));
            try (UNet fixed = open(Fixture.STATIC, cpu())) {
                float[] pair = new GuidedDenoiser(
                                fixed,
                                2,
                                8,
                                8,
                                new Guidance(GUIDANCE, positive.select(0, 1), negative),
                                always,
                                1,
                                StopSignal.never())
                        .predict(two, TIMESTEP, 0);
                float[] twice = new float[latents.length];
                System.arraycopy(two, 0, twice, 0, two.length);
                System.arraycopy(two, 0, twice, two.length, two.length);
                float[] doubled = new GuidedDenoiser(
                                fixed,
                                4,
                                8,
                                8,
                                new Guidance(GUIDANCE, positive.select(0, 1, 0, 1), negative),
                                always,
                                1,
                                StopSignal.never())
                        .predict(twice, TIMESTEP, 0);
                // Joined attention over a row twice is attention over the row once.
                assertThat(Golden.largestDifference(pair, Arrays.copyOf(doubled, pair.length)))
                        .isLessThanOrEqualTo(1e-4);
            }
        }
    }

    @Test
    void a_latent_of_another_size_than_the_file_fixes_is_refused() throws IOException {
        Golden golden = Fixture.STATIC.golden();
        try (UNet unet = open(Fixture.STATIC, cpu())) {
            assertThatThrownBy(() -> unet.predict(
                            new float[4 * 16 * 8],
                            1,
                            16,
                            8,
                            TIMESTEP,
                            conditioning(golden, "empty_last_hidden_state"),
                            Sharing.plain(),
                            StopSignal.never()))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("takes only latents of height 8, but 16 was given");
        }
    }

    @Test
    void any_row_may_be_the_reference() throws IOException {
        Golden golden = Fixture.EXTERNAL.golden();
        long[] shape = golden.shape("latents");
        int size = golden.floats("latents").length / 3;
        Conditioning positive = conditioning(golden, "last_hidden_state");
        Conditioning negative = conditioning(golden, "empty_last_hidden_state");
        float[] latents = golden.floats("latents");
        float[] turned = new float[latents.length];
        System.arraycopy(latents, size, turned, 0, 2 * size);
        System.arraycopy(latents, 0, turned, 2 * size, size);
        try (UNet unet = open(Fixture.EXTERNAL, cpu())) {
            float[] first = new GuidedDenoiser(
                            unet,
                            3,
                            (int) shape[2],
                            (int) shape[3],
                            new Guidance(GUIDANCE, positive, negative),
                            Optional.of(AlignmentSchedule.always(everything())),
                            1,
                            StopSignal.never())
                    .predict(latents, TIMESTEP, 0);
            float[] last = new GuidedDenoiser(
                            unet,
                            3,
                            (int) shape[2],
                            (int) shape[3],
                            new Guidance(GUIDANCE, positive.select(1, 2, 0), negative),
                            Optional.of(schedule(everything(), 2, 0, 1)),
                            1,
                            StopSignal.never())
                    .predict(turned, TIMESTEP, 0);
            float[] turnedBack = new float[last.length];
            System.arraycopy(last, 2 * size, turnedBack, 0, size);
            System.arraycopy(last, 0, turnedBack, size, 2 * size);
            assertThat(Golden.largestDifference(first, turnedBack)).isLessThanOrEqualTo(1e-4);
        }
    }

    @Test
    void outside_start_and_end_every_picture_stands_alone() throws IOException {
        Golden golden = Fixture.EXTERNAL.golden();
        for (StyleAlignment alignment : List.of(everything(), joined())) {
            try (UNet unet = open(Fixture.EXTERNAL, cpu())) {
                AlignmentSchedule middle = schedule(alignment, 0, 0.3, 0.5);
                GuidedDenoiser plain = denoiser(unet, golden, Optional.empty(), StopSignal.never());
                GuidedDenoiser always =
                        denoiser(unet, golden, Optional.of(AlignmentSchedule.always(alignment)), StopSignal.never());
                GuidedDenoiser scheduled = denoiser(unet, golden, Optional.of(middle), StopSignal.never());
                float[] sample = golden.floats("latents");
                for (int step : new int[] {2, 3, 4, 5}) {
                    boolean on = step == 3 || step == 4;
                    float[] expected = (on ? always : plain).predict(sample, TIMESTEP, step);
                    assertThat(Golden.largestDifference(scheduled.predict(sample, TIMESTEP, step), expected))
                            .as("step %d", step)
                            .isLessThanOrEqualTo(1e-4);
                }
            }
        }
    }

    @Test
    void guidance_of_one_follows_the_positive_prompt_alone() throws IOException {
        Golden golden = Fixture.EXTERNAL.golden();
        Conditioning positive = conditioning(golden, "last_hidden_state");
        Conditioning negative = conditioning(golden, "empty_last_hidden_state");
        float[] sample = golden.floats("latents");
        try (UNet unet = open(Fixture.EXTERNAL, cpu())) {
            Optional<AlignmentSchedule> style = Optional.of(AlignmentSchedule.always(StyleAlignment.defaults()));
            float[] alone = new GuidedDenoiser(
                            unet, 3, 8, 8, new Guidance(1, positive, negative), style, 1, StopSignal.never())
                    .predict(sample, TIMESTEP, 0);
            float[] nearly = new GuidedDenoiser(
                            unet, 3, 8, 8, new Guidance(1 + 1e-9, positive, negative), style, 1, StopSignal.never())
                    .predict(sample, TIMESTEP, 0);
            assertThat(Golden.largestDifference(alone, nearly)).isLessThanOrEqualTo(1e-5);
        }
    }

    @Test
    void a_stopped_run_ends_at_the_next_call() throws IOException {
        Golden golden = Fixture.EXTERNAL.golden();
        StopSignal stop = new StopSignal();
        try (UNet unet = open(Fixture.EXTERNAL, cpu())) {
            GuidedDenoiser denoiser = denoiser(unet, golden, Optional.empty(), stop);
            denoiser.predict(golden.floats("latents"), TIMESTEP, 0);
            stop.stop();
            assertThatThrownBy(() -> denoiser.predict(golden.floats("latents"), TIMESTEP, 1))
                    .isInstanceOf(CancellationException.class);
        }
    }
}
