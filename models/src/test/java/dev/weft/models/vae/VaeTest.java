package dev.weft.models.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.golden.Fixture;
import dev.weft.models.golden.Golden;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.onnx.GreedyModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures and latents against those of diffusers (float32).
class VaeTest {
    static final List<Fixture> FIXTURES = List.of(Fixture.LEGACY, Fixture.STATIC, Fixture.EXTERNAL, Fixture.HALF);

    private static final LatentSpace STARTER = new LatentSpace(4, 8, 0.645027, 0);
    private static final LatentSpace FIXTURE = new LatentSpace(4, 8, 0.18215, 0);
    private static final VaeMemory MEMORY = new VaeMemory(128, 8);
    private static final int STEPS = 20;

    private final SessionFactory sessions =
            new SessionFactory(BackendSettings.of(BackendChoice.parse("cpu")).withThreads(1));

    private VaeDecoder decoder(Path bundle, LatentSpace latents) {
        return new VaeDecoder(sessions.open(bundle.resolve("vae_decoder/model.onnx")), latents, MEMORY);
    }

    private VaeEncoder encoder(Path bundle, LatentSpace latents) {
        return new VaeEncoder(sessions.open(bundle.resolve("vae_encoder/model.onnx")), latents, MEMORY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "sa"})
    void the_last_latents_become_the_recorded_pictures(String name) {
        Golden golden = Golden.read("golden/sampling.safetensors");
        try (VaeDecoder decoder = decoder(Path.of("starter"), STARTER)) {
            float[] pixels = decoder.decode(golden.entry(name, STEPS), 4, 16, 16, StopSignal.never())
                    .rgb();
            assertThat(meanDifference(pixels, toPixels(golden.floats(name + "_image"))))
                    .isLessThanOrEqualTo(2.0 / 255);
        }
    }

    /// The recorded pictures are -1 … 1 and not clamped.
    private static float[] toPixels(float[] recorded) {
        float[] pixels = new float[recorded.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.clamp((recorded[i] + 1) / 2, 0, 1);
        }
        return pixels;
    }

    private static double meanDifference(float[] left, float[] right) {
        assertThat(left).hasSameSizeAs(right);
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += Math.abs(left[i] - right[i]);
        }
        return sum / left.length;
    }

    @Test
    void pictures_that_memory_does_not_hold_go_through_in_smaller_calls(@TempDir Path folder) throws IOException {
        float[] values = new float[13 * 4 * 64];
        for (int index = 0; index < values.length; index++) {
            values[index] = index;
        }
        try (VaeSession greedy = new VaeSession(
                sessions.open(GreedyModel.decoder(folder)), List.of("latent_sample"), List.of("sample"), MEMORY)) {
            VaeSession.Result result = greedy.run(values, 13, 4, 8, 8, 64, StopSignal.never());
            assertThat(result.values()).containsExactly(values);
        }
    }

    /// The recorded latent is the VAE's own, not the U-Net's.
    @ParameterizedTest
    @FieldSource("FIXTURES")
    void other_exports_decode_as_recorded(Fixture fixture) {
        Golden golden = fixture.golden();
        try (VaeDecoder decoder = decoder(fixture.folder(), FIXTURE)) {
            float[] pixels = decoder.decode(FIXTURE.toModel(golden.floats("vae_latent")), 1, 8, 8, StopSignal.never())
                    .rgb();
            assertThat(Golden.largestDifference(pixels, toPixels(golden.floats("vae_decoded"))))
                    .isLessThanOrEqualTo(fixture.equals(Fixture.HALF) ? 0.01 : 1e-4);
        }
    }

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void a_picture_becomes_the_mean_of_its_latents(Fixture fixture) {
        Golden golden = fixture.golden();
        float[] pixels = golden.floats("vae_image");
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (pixels[i] + 1) / 2;
        }
        try (VaeEncoder encoder = encoder(fixture.folder(), FIXTURE)) {
            float[] latent = FIXTURE.toVae(encoder.encode(new ImageBatch(1, 64, 64, pixels), StopSignal.never()));
            if (fixture.equals(Fixture.LEGACY)) {
                assertDrawnFrom(golden.floats("vae_mean"), golden.floats("vae_std"), latent);
            } else {
                float[] mean = Arrays.copyOf(golden.floats("vae_latent_parameters"), latent.length);
                assertThat(Golden.largestDifference(latent, mean))
                        .isLessThanOrEqualTo(fixture.equals(Fixture.HALF) ? 0.002 : 1e-4);
            }
        }
    }

    /// The legacy graph draws its latent itself, so only its spread is known.
    private static void assertDrawnFrom(float[] mean, float[] deviation, float[] latent) {
        double squares = 0;
        for (int i = 0; i < latent.length; i++) {
            double distance = (latent[i] - mean[i]) / deviation[i];
            assertThat(Math.abs(distance)).isLessThan(6);
            squares += distance * distance;
        }
        assertThat(squares / latent.length).isBetween(0.6, 1.6);
    }

    @Test
    void a_fixed_batch_of_one_takes_several_pictures_one_by_one() {
        Golden golden = Fixture.STATIC.golden();
        float[] latents = golden.floats("latents");
        try (VaeDecoder fixed = decoder(Fixture.STATIC.folder(), FIXTURE)) {
            float[] together =
                    fixed.decode(latents, 4, 8, 8, StopSignal.never()).rgb();
            int size = together.length / 4;
            float[] third = fixed.decode(Arrays.copyOfRange(latents, 2 * 256, 3 * 256), 1, 8, 8, StopSignal.never())
                    .rgb();
            assertThat(Arrays.copyOfRange(together, 2 * size, 3 * size)).isEqualTo(third);
        }
    }

    @Test
    void a_picture_whose_size_latents_do_not_divide_is_refused() {
        ImageBatch picture = new ImageBatch(1, 64, 60, new float[3 * 64 * 60]);
        try (VaeEncoder encoder = encoder(Path.of("starter"), STARTER)) {
            assertThatThrownBy(() -> encoder.encode(picture, StopSignal.never()))
                    .isInstanceOf(ModelException.class)
                    .hasMessage("A picture of 60 by 64 pixels cannot be encoded; make both a multiple of 8.");
        }
    }
}
