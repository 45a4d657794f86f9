package dev.weft.models.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import dev.weft.models.safetensors.Safetensors;
import dev.weft.models.safetensors.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whole runs of the starter model's U-Net against what diffusers recorded for the same weights.
class GoldenTrajectoryTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path VELOCITY = Path.of("target/fixtures/sd2-v-tiny");
    private static final double BOUND = 5e-3;
    private static final int PICTURE = 4 * 16 * 16;

    private static float[] toFloats(List<Double> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return floats;
    }

    private static GuidedUNet starter() throws OrtException, IOException {
        Safetensors text = SafetensorsFile.read(GOLDEN.resolve("text.safetensors"));
        return GuidedUNet.starter(text.tensor("empty"), text.tensor("last_hidden_state"), new long[] {4, 4, 16, 16});
    }

    private static SamplingRequest request(SamplerName sampler) {
        TrainingSchedule training = TrainingSchedule.fromConfig(Configs.STARTER);
        return SamplingRequest.fromNoise(sampler, ScheduleName.DIFFUSERS, 20, training, 4, 4 * 4 * 16 * 16, 10);
    }

    @ParameterizedTest
    @CsvSource({"euler, EULER", "dpmpp_2m, DPMPP_2M"})
    void a_sampler_ends_where_diffusers_ended(String name, SamplerName sampler) throws OrtException, IOException {
        Safetensors golden = SafetensorsFile.read(GOLDEN.resolve("schedulers.safetensors"));
        try (GuidedUNet unet = starter()) {
            float[] last = Sampling.run(request(sampler), unet, (step, steps, latent) -> {});
            double difference = Differences.largest(last, golden.tensor(name).floats());
            double timesteps = Differences.largest(
                    toFloats(unet.timesteps()),
                    golden.tensor(name + "_timesteps").floats());
            assertThat(difference).isLessThanOrEqualTo(BOUND);
            assertThat(timesteps).isLessThanOrEqualTo(BOUND);
        }
    }

    /// These two extrapolate over four predictions, and on the first two pictures they amplify a change of 1e-6
    /// in the start noise to more than 1e-2 at the end: rounding in the network alone decides the last digits
    /// there, so the mean stands for the maximum.
    @ParameterizedTest
    @CsvSource({"lms, LMS", "pndm, PNDM"})
    void a_sampler_of_fourth_order_ends_where_diffusers_ended(String name, SamplerName sampler)
            throws OrtException, IOException {
        Safetensors golden = SafetensorsFile.read(GOLDEN.resolve("schedulers.safetensors"));
        float[] expected = golden.tensor(name).floats();
        try (GuidedUNet unet = starter()) {
            float[] last = Sampling.run(request(sampler), unet, (step, steps, latent) -> {});
            for (int picture = 0; picture < 4; picture++) {
                float[] ours = Arrays.copyOfRange(last, picture * PICTURE, (picture + 1) * PICTURE);
                float[] theirs = Arrays.copyOfRange(expected, picture * PICTURE, (picture + 1) * PICTURE);
                assertThat(Differences.mean(ours, theirs))
                        .as("picture " + picture)
                        .isLessThanOrEqualTo(BOUND / 5);
                if (picture > 1) {
                    assertThat(Differences.largest(ours, theirs))
                            .as("picture " + picture)
                            .isLessThanOrEqualTo(BOUND);
                }
            }
            assertThat(toFloats(unet.timesteps()))
                    .containsExactly(golden.tensor(name + "_timesteps").floats());
        }
    }

    @ParameterizedTest
    @CsvSource({"euler, EULER", "lms, LMS", "dpmpp_2m, MULTISTEP"})
    void the_noise_levels_are_those_of_diffusers(String name, String traits) throws IOException {
        Safetensors golden = SafetensorsFile.read(GOLDEN.resolve("schedulers.safetensors"));
        SigmaTraits chosen = Map.of(
                        "EULER", SigmaTraits.EULER, "LMS", SigmaTraits.LMS, "MULTISTEP", SigmaTraits.MULTISTEP)
                .getOrDefault(traits, SigmaTraits.EULER);
        SigmaCourse course = DiffusersSigmas.course(TrainingSchedule.fromConfig(Configs.STARTER), chosen, 20, false);
        float[] sigmas = new float[21];
        for (int i = 0; i < sigmas.length; i++) {
            sigmas[i] = (float) course.sigma(i);
        }
        double difference =
                Differences.largest(sigmas, golden.tensor(name + "_sigmas").floats());
        assertThat(difference).isLessThanOrEqualTo(1e-5);
    }

    @Test
    void every_step_of_ddim_is_that_of_diffusers() throws OrtException, IOException {
        float[] golden = SafetensorsFile.read(GOLDEN.resolve("sampling.safetensors"))
                .tensor("plain")
                .floats();
        List<Double> differences = new ArrayList<>();
        try (GuidedUNet unet = starter()) {
            int size = 4 * 4 * 16 * 16;
            float[] last = Sampling.run(request(SamplerName.DDIM), unet, (step, steps, latent) -> {
                assertThat(steps).isEqualTo(20);
                differences.add(
                        Differences.largest(latent, Arrays.copyOfRange(golden, step * size, (step + 1) * size)));
            });
            assertThat(Differences.largest(last, Arrays.copyOfRange(golden, 20 * size, 21 * size)))
                    .isEqualTo(differences.getLast());
        }
        assertThat(differences).hasSize(20).allMatch(difference -> difference <= BOUND);
    }

    @ParameterizedTest
    @CsvSource({"ddim_plain, ddim_timesteps, DDIM", "dpmpp_2m_plain, dpmpp_2m_timesteps, DPMPP_2M"})
    void every_step_with_v_prediction_is_that_of_diffusers(String name, String timesteps, SamplerName sampler)
            throws OrtException, IOException {
        Safetensors golden = SafetensorsFile.read(VELOCITY.resolve("golden.safetensors"));
        // The golden data of dpmpp_2m was made with linspace; its config is in golden.json.
        Map<String, Object> config = new HashMap<>(Configs.VELOCITY);
        if (sampler == SamplerName.DPMPP_2M) {
            config.put("timestep_spacing", "linspace");
        }
        float[] start = golden.tensor("latents").floats();
        float[] expected = golden.tensor(name).floats();
        SamplingRequest request = new SamplingRequest(
                sampler,
                ScheduleName.DIFFUSERS,
                10,
                1,
                TrainingSchedule.fromConfig(config),
                3,
                new float[start.length],
                10,
                Optional.of(start));
        List<Double> differences = new ArrayList<>();
        try (GuidedUNet unet = GuidedUNet.withScalarTimestep(
                VELOCITY.resolve("unet/model.onnx"),
                golden.tensor("empty_last_hidden_state"),
                golden.tensor("last_hidden_state"),
                new long[] {3, 4, 12, 12})) {
            Sampling.run(
                    request,
                    unet,
                    (step, steps, latent) -> differences.add(Differences.largest(
                            latent, Arrays.copyOfRange(expected, step * start.length, (step + 1) * start.length))));
            assertThat(toFloats(unet.timesteps()))
                    .containsExactly(golden.tensor(timesteps).floats());
        }
        assertThat(differences).hasSize(10).allMatch(difference -> difference <= 1e-3);
    }
}
