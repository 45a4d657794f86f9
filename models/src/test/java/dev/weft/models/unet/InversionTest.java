package dev.weft.models.unet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.bundle.BundleCatalog;
import dev.weft.models.bundle.LoadedModels;
import dev.weft.models.bundle.ModelLibrary;
import dev.weft.models.golden.Golden;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.sampling.DdimInversion;
import dev.weft.models.sampling.Moment;
import dev.weft.models.sampling.SamplerName;
import dev.weft.models.sampling.Sampling;
import dev.weft.models.sampling.SamplingRequest;
import dev.weft.models.sampling.ScheduleName;
import dev.weft.models.sampling.TrainingSchedule;
import dev.weft.models.style.Style;
import dev.weft.models.style.StyleOrigin;
import dev.weft.models.style.StyleReference;
import dev.weft.models.style.Thumbnail;
import dev.weft.models.style.Trajectory;
import dev.weft.models.text.Conditioning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// An inverted drawing and its style given to other subjects, against the authors' code: 20 steps, guidance 2
/// backwards and 7.5 forwards, shift ln 2, offset 5.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InversionTest {
    private static final int STEPS = 20;
    private static final int SIZE = 16;
    private static final int LATENT = 4 * SIZE * SIZE;
    private static final int OFFSET = 5;

    private final Golden golden = Golden.read("golden/inversion.safetensors");

    private ModelLibrary library;
    private LoadedModels models;
    private TrainingSchedule training;
    private List<float[]> inverted;

    @BeforeAll
    void invert(@TempDir Path cacheFolder) throws IOException {
        library = new ModelLibrary(
                BackendSettings.of(BackendChoice.parse("cpu")), new BundleCatalog(List.of(Path.of(""))), cacheFolder);
        models = library.open("starter");
        training = models.bundle().schedule();
        float[] latent =
                models.vaeEncoder().use(StopSignal.never(), encoder -> encoder.encode(picture(), StopSignal.never()));
        assertThat(Golden.largestDifference(latent, golden.floats("z0"))).isLessThanOrEqualTo(1e-4);
        GuidedDenoiser denoiser = new GuidedDenoiser(
                models.unet(),
                1,
                SIZE,
                SIZE,
                new Guidance(2, text("two hearts"), text("")),
                Optional.empty(),
                STEPS,
                StopSignal.never());
        inverted = DdimInversion.run(training, STEPS, latent, denoiser, (_, _, _) -> {});
    }

    @AfterAll
    void close() {
        library.close();
    }

    private ImageBatch picture() {
        float[] bytes = golden.floats("image");
        float[] rgb = new float[bytes.length];
        int pixels = bytes.length / 3;
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int channel = 0; channel < 3; channel++) {
                rgb[channel * pixels + pixel] = bytes[pixel * 3 + channel] / 255;
            }
        }
        return new ImageBatch(1, 128, 128, rgb);
    }

    private Conditioning text(String... prompts) {
        return models.textEncoder()
                .use(StopSignal.never(), encoder -> encoder.encode(List.of(prompts), StopSignal.never()));
    }

    @Test
    void every_step_of_an_inversion_is_that_of_the_authors() {
        assertThat(inverted).hasSize(STEPS + 1);
        for (int step = 0; step <= STEPS; step++) {
            assertThat(Golden.largestDifference(inverted.get(step), golden.entry("zts", step)))
                    .as("step " + step)
                    .isLessThanOrEqualTo(5e-3);
        }
    }

    @Test
    void a_set_takes_the_style_of_an_inverted_drawing_as_in_the_authors_code() {
        float[] last = transfer(OptionalInt.of(0), text("two hearts", "house", "guitar", "rocket"), 4);
        float[] expected = golden.floats("transfer");
        assertThat(Golden.largestDifference(last, expected)).isLessThanOrEqualTo(2e-2);
        assertThat(meanDifference(last, expected)).isLessThanOrEqualTo(2e-3);
    }

    @Test
    void a_reference_beside_the_batch_styles_it_as_one_within_does() {
        float[] last = transfer(OptionalInt.empty(), text("house", "guitar", "rocket"), 3);
        float[] expected = golden.floats("transfer");
        assertThat(Golden.largestDifference(last, Arrays.copyOfRange(expected, LATENT, 4 * LATENT)))
                .isLessThanOrEqualTo(2e-2);
    }

    private float[] transfer(OptionalInt row, Conditioning prompts, int batch) {
        List<Moment> moments = DdimInversion.moments(training, STEPS);
        Trajectory trajectory = Trajectory.ofRow(moments, OFFSET, 4, SIZE, SIZE, inverted, 0);
        StyleReference reference =
                new StyleReference(trajectory, text("two hearts"), text(""), "two hearts", 2, 1, "", Thumbnail.NONE);
        Style style = new Style(new StyleOrigin("starter", models.unet().identity(), "", STEPS), List.of(reference));
        PinnedRows pinned = PinnedRows.of(style, batch, row);
        // As in the recording, the noise is that of four pictures, of which the first gives way to the drawing.
        float[] noise = golden.floats("latents");
        SamplingRequest request = new SamplingRequest(
                SamplerName.DDIM,
                ScheduleName.DIFFUSERS,
                STEPS,
                1,
                training,
                batch,
                new float[batch * LATENT],
                0,
                Optional.of(Arrays.copyOfRange(noise, noise.length - batch * LATENT, noise.length)));
        StyleAlignment how = new StyleAlignment(true, true, true, false, true, false, 1, Math.log(2), 0);
        GuidedDenoiser denoiser = new GuidedDenoiser(
                models.unet(),
                pinned,
                SIZE,
                SIZE,
                new Guidance(7.5, prompts, text("")),
                Optional.of(AlignmentSchedule.always(how)),
                STEPS,
                StopSignal.never());
        float[] last = Sampling.run(request, denoiser, (_, _, _) -> {});
        pinned.settle(last);
        return last;
    }

    private static double meanDifference(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += Math.abs(left[i] - right[i]);
        }
        return sum / left.length;
    }
}
