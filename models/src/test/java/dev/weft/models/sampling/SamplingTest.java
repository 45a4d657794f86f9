package dev.weft.models.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weft.models.noise.TorchNoise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SamplingTest {
    private static final TrainingSchedule STARTER = TrainingSchedule.fromConfig(Configs.STARTER);
    private static final int SIZE = 64;

    private static SamplingRequest request(SamplerName sampler, ScheduleName schedule, double denoise, float[] latent) {
        return new SamplingRequest(sampler, schedule, 10, denoise, STARTER, 1, latent, 3, Optional.empty());
    }

    /// A network that knows the one clean sample there is and so predicts exactly.
    private static Denoiser allKnowing(float[] clean, TrainingSchedule training) {
        NoiseTable table = NoiseTable.exact(training, false);
        return (sample, timestep, step) -> {
            double sigma = Math.exp(Math.log(table.sigmaBetweenLogarithms(timestep)));
            double signal = 1 / Math.sqrt(1 + sigma * sigma);
            float[] noise = new float[sample.length];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (float) ((sample[i] - signal * clean[i]) / (signal * sigma));
            }
            return noise;
        };
    }

    @ParameterizedTest
    @EnumSource(SamplerName.class)
    void every_sampler_finds_the_sample_of_an_all_knowing_network_on_every_schedule(SamplerName sampler) {
        float[] clean = TorchNoise.gaussian(5, SIZE);
        for (ScheduleName schedule : ScheduleName.values()) {
            if (Sampling.incompatibility(sampler, schedule).isEmpty()) {
                SamplingRequest request = SamplingRequest.fromNoise(sampler, schedule, 20, STARTER, 1, SIZE, 3);
                float[] found = Sampling.run(request, allKnowing(clean, STARTER), (step, steps, latent) -> {});
                // ddim and pndm end at the noise of the first training timestep; pndm's first step is coarse.
                assertThat(Differences.largest(found, clean))
                        .as(sampler.id() + " on " + schedule.id())
                        .isLessThan(0.35);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"DDIM, DIFFUSERS_KARRAS", "PNDM, DIFFUSERS_KARRAS", "PNDM, NORMAL", "PNDM, DDIM_UNIFORM"})
    void a_sampler_that_cannot_follow_a_schedule_says_so_in_one_sentence(SamplerName sampler, ScheduleName schedule) {
        SamplingRequest request = request(sampler, schedule, 1, new float[SIZE]);
        assertThatThrownBy(() -> Sampling.run(request, (sample, timestep, step) -> sample, (a, b, c) -> {}))
                .isInstanceOf(SamplingException.class)
                .hasMessageContaining("\"" + sampler.id() + "\" ")
                .hasMessageContaining("\"" + schedule.id() + "\"")
                .hasMessageEndingWith("or another sampler.");
    }

    @Test
    void the_ancestral_sampler_goes_on_drawing_from_the_generator_of_the_start_noise() {
        TorchNoise stream = new TorchNoise(3);
        float[] start = stream.next(SIZE);
        List<float[]> inputs = new ArrayList<>();
        Sampling.run(
                request(SamplerName.EULER_ANCESTRAL, ScheduleName.DIFFUSERS, 1, new float[SIZE]),
                (sample, timestep, step) -> {
                    inputs.add(sample.clone());
                    return new float[sample.length];
                },
                (step, steps, latent) -> {});
        SigmaCourse course = DiffusersSigmas.course(STARTER, SigmaTraits.EULER_ANCESTRAL, 10, false);
        // A network that sees no noise leaves the sample as it is, so each step only adds noise.
        float[] sample = Vectors.scaled(start, course.sigma(0));
        for (int i = 0; i < 10; i++) {
            float[] expected = Vectors.scaled(sample, 1 / Math.hypot(1, course.sigma(i)));
            assertThat(Differences.largest(inputs.get(i), expected)).isLessThan(1e-4);
            double from = course.sigma(i);
            double to = course.sigma(i + 1);
            sample = Vectors.sum(1, sample, to * Math.sqrt(1 - to * to / (from * from)), stream.next(SIZE));
        }
    }

    @Test
    void the_same_seed_gives_the_same_latent_and_given_noise_replaces_only_the_start() {
        Denoiser network = (sample, timestep, step) -> Formula.predict(sample, timestep);
        SamplingRequest seeded = request(SamplerName.EULER_ANCESTRAL, ScheduleName.KARRAS, 1, new float[SIZE]);
        SamplingRequest given = new SamplingRequest(
                SamplerName.EULER_ANCESTRAL,
                ScheduleName.KARRAS,
                10,
                1,
                STARTER,
                1,
                new float[SIZE],
                3,
                Optional.of(TorchNoise.gaussian(3, SIZE)));
        float[] first = Sampling.run(seeded, network, (step, steps, latent) -> {});
        assertThat(Sampling.run(seeded, network, (step, steps, latent) -> {})).containsExactly(first);
        assertThat(Sampling.run(given, network, (step, steps, latent) -> {})).containsExactly(first);
    }

    @Test
    void partial_denoising_on_a_schedule_of_diffusers_leaves_out_the_first_steps() {
        float[] latent = TorchNoise.gaussian(8, SIZE);
        List<Double> timesteps = new ArrayList<>();
        List<Integer> steps = new ArrayList<>();
        SamplingRequest request = request(SamplerName.DDIM, ScheduleName.DIFFUSERS, 0.35, latent);
        float[] noise = TorchNoise.gaussian(3, SIZE);
        double signal = NoiseTable.exact(STARTER, false).signal(201);
        Sampling.run(
                request,
                (sample, timestep, step) -> {
                    if (timesteps.isEmpty()) {
                        float[] expected = Vectors.sum(Math.sqrt(signal), latent, Math.sqrt(1 - signal), noise);
                        assertThat(Differences.largest(sample, expected)).isLessThan(1e-6);
                    }
                    timesteps.add(timestep);
                    return new float[sample.length];
                },
                (step, all, shown) -> steps.add(all));
        assertThat(timesteps).containsExactly(201.0, 101.0, 1.0);
        assertThat(steps).containsExactly(3, 3, 3);
        assertThat(Sampling.steps(request)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"EULER, DIFFUSERS", "DDIM, DIFFUSERS", "DPMPP_2M, KARRAS"})
    void without_denoising_the_latent_comes_back(SamplerName sampler, ScheduleName schedule) {
        float[] latent = TorchNoise.gaussian(8, SIZE);
        float[] result = Sampling.run(
                request(sampler, schedule, 0, latent), (sample, timestep, step) -> sample, (a, b, c) -> {});
        assertThat(result).containsExactly(latent);
    }

    @ParameterizedTest
    @EnumSource(SamplerName.class)
    void what_the_listener_throws_stops_the_run(SamplerName sampler) {
        List<Integer> heard = new ArrayList<>();
        SamplingRequest request = request(sampler, ScheduleName.DIFFUSERS, 1, new float[SIZE]);
        assertThatThrownBy(() ->
                        Sampling.run(request, (sample, timestep, step) -> sample.clone(), (step, all, latent) -> {
                            heard.add(step);
                            if (step == 3) {
                                throw new CancellationException("stop");
                            }
                        }))
                .isInstanceOf(CancellationException.class);
        assertThat(heard).containsExactly(1, 2, 3);
    }

    @Test
    void ddim_clips_where_the_config_asks_for_it_or_is_silent() {
        for (Map<String, Object> config : List.of(
                Map.<String, Object>of("clip_sample", true), Map.<String, Object>of("clip_sample_range", 1.0))) {
            SamplingRequest request = SamplingRequest.fromNoise(
                    SamplerName.DDIM, ScheduleName.DIFFUSERS, 5, TrainingSchedule.fromConfig(config), 1, SIZE, 3);
            float[] last =
                    Sampling.run(request, (sample, timestep, step) -> Vectors.scaled(sample, -1), (a, b, c) -> {});
            // Without clipping these would grow beyond all bounds.
            assertThat(Differences.largest(last, new float[SIZE])).isLessThan(1.01);
        }
    }

    @Test
    void dynamic_thresholding_scales_each_picture_to_its_own_quantile() {
        float[] clean = {0, 1, 2, 3, 4, -0.5f, 0.25f, 0.125f, 0, 0.5f};
        Bounds.dynamic(new Thresholding(0.75, 10), 2).apply(clean);
        assertThat(clean)
                .containsExactly(new float[] {0, 1 / 3f, 2 / 3f, 1, 1, -0.5f, 0.25f, 0.125f, 0, 0.5f}, within(1e-6f));
    }

    @Test
    void zero_terminal_noise_keeps_the_first_timestep_and_ends_without_signal() {
        NoiseTable plain = NoiseTable.exact(STARTER, false);
        NoiseTable rescaled = NoiseTable.exact(STARTER, true);
        assertThat(rescaled.signal(0)).isCloseTo(plain.signal(0), within(1e-6));
        assertThat(rescaled.signal(999)).isZero();
        // √signal is shifted and scaled, so differences keep their ratio.
        double ratio = (Math.sqrt(rescaled.signal(300)) - Math.sqrt(rescaled.signal(700)))
                / (Math.sqrt(plain.signal(300)) - Math.sqrt(plain.signal(700)));
        double whole = Math.sqrt(plain.signal(0)) / (Math.sqrt(plain.signal(0)) - Math.sqrt(plain.signal(999)));
        assertThat(ratio).isCloseTo(whole, within(1e-4));
        assertThat(NoiseTable.finite(STARTER, true).sigma(999)).isCloseTo(4096, within(0.1));
    }

    @Test
    void v_prediction_of_pure_noise_is_survived() {
        Map<String, Object> config = new HashMap<>(Configs.VELOCITY);
        config.put("rescale_betas_zero_snr", true);
        config.put("timestep_spacing", "trailing");
        TrainingSchedule training = TrainingSchedule.fromConfig(config);
        for (SamplerName sampler : SamplerName.values()) {
            SamplingRequest request =
                    SamplingRequest.fromNoise(sampler, ScheduleName.DIFFUSERS, 10, training, 1, SIZE, 3);
            float[] last = Sampling.run(request, (sample, timestep, step) -> new float[sample.length], (a, b, c) -> {});
            assertThat(Differences.largest(last, new float[SIZE]))
                    .as(sampler.id())
                    .isLessThan(1e3);
        }
    }

    @Test
    void timesteps_are_spread_as_table_2_of_the_paper_says() {
        assertThat(Spacing.whole(STARTER, TimestepSpacing.LEADING, 10))
                .containsExactly(901, 801, 701, 601, 501, 401, 301, 201, 101, 1);
        assertThat(Spacing.whole(STARTER, TimestepSpacing.TRAILING, 10))
                .containsExactly(999, 899, 799, 699, 599, 499, 399, 299, 199, 99);
        assertThat(Spacing.whole(STARTER, TimestepSpacing.LINSPACE, 10))
                .containsExactly(999, 888, 777, 666, 555, 444, 333, 222, 111, 0);
        assertThat(Arrays.stream(Spacing.wholeBeforeOneMore(STARTER, TimestepSpacing.LEADING, 9)))
                .containsExactly(901.0, 801.0, 701.0, 601.0, 501.0, 401.0, 301.0, 201.0, 101.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|1|The number of steps is 0, but must be at least 1.",
                "1001|1|The number of steps is 1001, but the model was trained on 1000 timesteps; choose at most that"
                        + " many.",
                "10|1.5|The value of denoise is 1.5, but must lie between 0 and 1.",
            })
    void impossible_numbers_are_refused(int steps, double denoise, String message) {
        assertThatThrownBy(() -> Sampling.run(
                        new SamplingRequest(
                                SamplerName.EULER,
                                ScheduleName.DIFFUSERS,
                                steps,
                                denoise,
                                STARTER,
                                1,
                                new float[SIZE],
                                3,
                                Optional.empty()),
                        (sample, timestep, step) -> sample,
                        (a, b, c) -> {}))
                .isInstanceOf(SamplingException.class)
                .hasMessage(message);
    }
}
