package dev.weft.models.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The schedules of ComfyUI and the samplers on them, against an independent computation in double precision.
class ComfyScheduleTest {
    private static JsonNode reference(String part) throws IOException {
        return JsonMapper.shared()
                .readTree(Path.of("src/test/resources/sampling/comfy.json"))
                .get(part);
    }

    static Stream<String> schedules() throws IOException {
        return reference("sigmas").propertyNames().stream();
    }

    static Stream<String> runs() throws IOException {
        return reference("runs").propertyNames().stream();
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void noise_levels_are_those_of_comfyui(String name) throws IOException {
        ScheduleName schedule = ScheduleName.named(name.split(" ", -1)[0]).orElseThrow();
        int steps = Integer.parseInt(name.split(" ", -1)[1]);
        NoiseTable table = NoiseTable.comfy(TrainingSchedule.fromConfig(Configs.STARTER));
        double[] sigmas = schedule.comfy().orElseThrow().sigmas(table, steps);
        JsonNode expected = reference("sigmas").get(name);
        assertThat(sigmas).hasSize(expected.size());
        for (int i = 0; i < sigmas.length; i++) {
            assertThat(sigmas[i]).isCloseTo(expected.get(i).asDouble(), within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void a_run_ends_where_the_formulas_of_comfyui_end(String name) throws IOException {
        String[] parts = name.split(" ", -1);
        double denoise = Double.parseDouble(parts[2]);
        float[] latent = new float[Formula.SIZE];
        if (denoise < 1) {
            Arrays.fill(latent, 0.5f);
        }
        SamplingRequest request = new SamplingRequest(
                SamplerName.named(parts[0]).orElseThrow(),
                ScheduleName.named(parts[1]).orElseThrow(),
                10,
                denoise,
                TrainingSchedule.fromConfig(Configs.STARTER),
                1,
                latent,
                0,
                Optional.of(Formula.noise()));
        float[] last = Sampling.run(
                request, (sample, timestep, step) -> Formula.predict(sample, timestep), (step, steps, shown) -> {});
        JsonNode expected = reference("runs").get(name);
        for (int i = 0; i < last.length; i++) {
            assertThat((double) last[i]).isCloseTo(expected.get(i).asDouble(), within(1e-3));
        }
    }
}
