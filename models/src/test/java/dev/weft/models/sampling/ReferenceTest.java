package dev.weft.models.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Samplers against an independent computation in double precision, written in NumPy from the papers, each in its
/// variance-preserving form where Weft walks over noise levels. The network is a smooth formula.
class ReferenceTest {
    private static final int SIZE = Formula.SIZE;

    static Stream<String> cases() throws IOException {
        return reference().propertyNames().stream();
    }

    private static JsonNode reference() throws IOException {
        return JsonMapper.shared().readTree(Path.of("src/test/resources/sampling/reference.json"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_sampler_does_what_its_paper_says(String name) throws IOException {
        JsonNode expected = reference().get(name);
        boolean karras = name.contains("_karras");
        int steps = Integer.parseInt(name.substring(name.lastIndexOf('_') + 1));
        String id = name.substring(0, name.lastIndexOf('_')).replace("_karras", "");
        float[] noise = Formula.noise();
        List<Double> timesteps = new ArrayList<>();
        SamplingRequest request = new SamplingRequest(
                SamplerName.named(id).orElseThrow(),
                karras ? ScheduleName.DIFFUSERS_KARRAS : ScheduleName.DIFFUSERS,
                steps,
                1,
                TrainingSchedule.fromConfig(Configs.STARTER),
                1,
                new float[SIZE],
                0,
                Optional.of(noise));
        float[] last = Sampling.run(
                request,
                (sample, timestep, step) -> {
                    timesteps.add(timestep);
                    return Formula.predict(sample, timestep);
                },
                (step, all, latent) -> assertThat(all).isEqualTo(steps));
        for (int i = 0; i < timesteps.size(); i++) {
            assertThat(timesteps.get(i))
                    .isCloseTo(expected.get("timesteps").get(i).asDouble(), within(5e-3));
        }
        assertThat(timesteps).hasSize(expected.get("timesteps").size());
        // Values reach 30, and intermediate ones 100.
        for (int i = 0; i < SIZE; i++) {
            assertThat((double) last[i]).isCloseTo(expected.get("last").get(i).asDouble(), within(1e-3));
        }
    }
}
