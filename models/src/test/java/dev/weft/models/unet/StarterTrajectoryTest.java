package dev.weft.models.unet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.bundle.BundleReader;
import dev.weft.models.golden.Golden;
import dev.weft.models.onnx.OnnxModel;
import dev.weft.models.onnx.RewrittenModelCache;
import dev.weft.models.sampling.SamplerName;
import dev.weft.models.sampling.Sampling;
import dev.weft.models.sampling.SamplingRequest;
import dev.weft.models.sampling.ScheduleName;
import dev.weft.models.sampling.TrainingSchedule;
import dev.weft.models.text.Conditioning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Trajectories of the starter model against diffusers with the StyleAligned authors' handlers (float32, 20 DDIM steps,
/// guidance 7.5, four prompts, noise of seed 10).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StarterTrajectoryTest {
    private static final int STEPS = 20;
    private static final int BATCH = 4;
    private static final int SIZE = 16;
    private static final long SEED = 10;
    private static final double GUIDANCE = 7.5;
    private static final double LAST_LATENT_BOUND = 5e-3;

    private final Golden sampling = Golden.read("golden/sampling.safetensors");
    private final Golden schedulers = Golden.read("golden/schedulers.safetensors");
    private final Golden text = Golden.read("golden/text.safetensors");
    private final BackendSettings settings = BackendSettings.of(BackendChoice.parse("cpu"));

    private UNet unet;
    private UNet smallBatches;

    @BeforeAll
    void open(@TempDir Path cacheFolder) throws IOException {
        unet = open(settings, cacheFolder);
        smallBatches = open(settings.withMaxBatch(3), cacheFolder);
    }

    private static UNet open(BackendSettings how, Path cacheFolder) throws IOException {
        OnnxModel model = OnnxModel.read(Path.of("starter/unet/model.onnx"));
        return new UNet(model, new SessionFactory(how), new RewrittenModelCache(cacheFolder, 1L << 30), 8);
    }

    @AfterAll
    void close() {
        unet.close();
        smallBatches.close();
    }

    static List<Arguments> cases() {
        return List.of(
                Arguments.of("plain", Optional.empty()),
                Arguments.of("sa", aligned(true, true, true, 0, 0)),
                Arguments.of("sa_noadain", aligned(false, false, false, 0, 0)),
                Arguments.of("sa_nogn", aligned(true, true, false, 0, 0)),
                Arguments.of("sa_shift", aligned(true, true, true, Math.log(2), 0)),
                Arguments.of("sa_level", aligned(true, true, true, 0, 0.5)));
    }

    private static Optional<StyleAlignment> aligned(
            boolean adainQueries, boolean adainKeys, boolean shareGroupNorm, double shift, double level) {
        return Optional.of(
                new StyleAlignment(true, adainQueries, adainKeys, false, shareGroupNorm, false, 1, shift, level));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void every_step_follows_the_authors_code(String name, Optional<StyleAlignment> alignment) {
        List<float[]> trajectory = run(unet, alignment.map(AlignmentSchedule::always));
        double overall = sampling.largestDifference(trajectory, name);
        assertThat(Golden.largestDifference(trajectory.getLast(), sampling.entry(name, STEPS)))
                .isLessThanOrEqualTo(LAST_LATENT_BOUND);
        assertThat(overall).isLessThanOrEqualTo(LAST_LATENT_BOUND);
    }

    private List<float[]> run(UNet network, Optional<AlignmentSchedule> alignment) {
        return new Ddim(STEPS, false).run(sampling.floats("latents"), denoiser(network, alignment));
    }

    private GuidedDenoiser denoiser(UNet network, Optional<AlignmentSchedule> alignment) {
        return new GuidedDenoiser(network, BATCH, SIZE, SIZE, guidance(GUIDANCE), alignment, STEPS, StopSignal.never());
    }

    /// Euler's method asks for timesteps between two whole ones, though the file declares its timestep as an integer.
    @Test
    void eulers_method_ends_where_that_of_diffusers_does() throws IOException {
        TrainingSchedule training = BundleReader.read(Path.of("starter")).schedule();
        SamplingRequest request = SamplingRequest.fromNoise(
                SamplerName.EULER, ScheduleName.DIFFUSERS, STEPS, training, BATCH, BATCH * 4 * SIZE * SIZE, SEED);
        float[] last = Sampling.run(request, denoiser(unet, Optional.empty()), (_, _, _) -> {});
        assertThat(Golden.largestDifference(last, schedulers.floats("euler"))).isLessThanOrEqualTo(LAST_LATENT_BOUND);
    }

    private Guidance guidance(double scale) {
        return new Guidance(scale, conditioning("last_hidden_state"), conditioning("empty"));
    }

    private Conditioning conditioning(String name) {
        long[] shape = text.shape(name);
        return new Conditioning((int) shape[0], (int) shape[1], (int) shape[2], text.floats(name), Optional.empty());
    }

    @Test
    void small_calls_that_repeat_the_reference_predict_the_same() {
        float[] sample = sampling.floats("latents");
        Optional<AlignmentSchedule> alignment = Optional.of(AlignmentSchedule.always(StyleAlignment.defaults()));
        float[] whole = denoiser(unet, alignment).predict(sample, 501, 0);
        float[] cut = denoiser(smallBatches, alignment).predict(sample, 501, 0);
        assertThat(Golden.largestDifference(whole, cut)).isLessThanOrEqualTo(1e-4);
    }

    /// Eight pictures in one style, drawn at once and with one, two and three rows a call; a row that shares
    /// takes its reference with it, so that a call has two rows at least.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_set_of_eight_ends_the_same_whatever_the_size_of_a_call(int rows, @TempDir Path cacheFolder)
            throws IOException {
        int pictures = 8;
        int steps = 4;
        float[] noise = new float[pictures * 4 * SIZE * SIZE];
        float[] four = sampling.floats("latents");
        for (int picture = 0; picture < pictures; picture++) {
            int size = four.length / BATCH;
            // The second four start from the noise of the first, turned.
            for (int index = 0; index < size; index++) {
                int from = picture < BATCH ? index : size - 1 - index;
                noise[picture * size + index] = four[picture % BATCH * size + from];
            }
        }
        Conditioning prompts = conditioning("last_hidden_state").select(0, 1, 2, 3, 3, 2, 1, 0);
        Guidance guidance = new Guidance(GUIDANCE, prompts, conditioning("empty"));
        Optional<AlignmentSchedule> style = Optional.of(AlignmentSchedule.always(StyleAlignment.defaults()));
        try (UNet cut = open(settings.withMaxBatch(rows), cacheFolder);
                UNet whole = open(settings.withMaxBatch(2 * pictures), cacheFolder)) {
            float[] expected = new Ddim(steps, false)
                    .run(
                            noise,
                            new GuidedDenoiser(whole, pictures, SIZE, SIZE, guidance, style, steps, StopSignal.never()))
                    .getLast();
            float[] actual = new Ddim(steps, false)
                    .run(
                            noise,
                            new GuidedDenoiser(cut, pictures, SIZE, SIZE, guidance, style, steps, StopSignal.never()))
                    .getLast();
            assertThat(Golden.largestDifference(actual, expected)).isLessThanOrEqualTo(1e-4);
        }
    }
}
