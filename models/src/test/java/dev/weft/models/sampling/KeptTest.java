package dev.weft.models.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weft.models.noise.TorchNoise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Masks, against an independent computation of what ComfyUI's masked sampling does with a formula as the
/// network.
class KeptTest {
    private static final TrainingSchedule STARTER = TrainingSchedule.fromConfig(Configs.STARTER);
    private static final TrainingSchedule VELOCITY = TrainingSchedule.fromConfig(Configs.VELOCITY);
    private static final int SIZE = 64;
    private static final int STEPS = 10;
    private static final long SEED = 3;
    private static final float[] LEVELS = {0, 0.4f, 0.8f, 1};
    private static final float[] LATENT = TorchNoise.gaussian(8, SIZE);
    private static final Denoiser FORMULA = (sample, timestep, _) -> Formula.predict(sample, timestep);

    private static SamplingRequest request(
            SamplerName sampler,
            ScheduleName schedule,
            double denoise,
            TrainingSchedule training,
            Optional<float[]> mask) {
        return new SamplingRequest(
                sampler, schedule, STEPS, denoise, training, 1, LATENT, SEED, Optional.empty(), mask);
    }

    private static float[] run(SamplingRequest request, Denoiser denoiser) {
        return Sampling.run(request, denoiser, (_, _, _) -> {});
    }

    private static Optional<float[]> filled(float value) {
        float[] mask = new float[SIZE];
        Arrays.fill(mask, value);
        return Optional.of(mask);
    }

    private static float[] steps() {
        float[] mask = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            mask[i] = LEVELS[i / 16];
        }
        return mask;
    }

    @ParameterizedTest
    @EnumSource(SamplerName.class)
    void a_mask_of_ones_changes_no_bit(SamplerName sampler) {
        for (ScheduleName schedule : ScheduleName.values()) {
            if (Sampling.incompatibility(sampler, schedule).isEmpty()) {
                for (TrainingSchedule training : List.of(STARTER, VELOCITY)) {
                    float[] plain = run(request(sampler, schedule, 0.6, training, Optional.empty()), FORMULA);
                    float[] masked = run(request(sampler, schedule, 0.6, training, filled(1)), FORMULA);
                    assertThat(masked).as(schedule.id()).containsExactly(plain);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SamplerName.class)
    void what_a_mask_keeps_ends_as_it_began_and_the_rest_does_not(SamplerName sampler) {
        float[] mask = steps();
        for (ScheduleName schedule : ScheduleName.values()) {
            if (Sampling.incompatibility(sampler, schedule).isEmpty()) {
                for (double denoise : new double[] {1, 0.5}) {
                    float[] end = run(request(sampler, schedule, denoise, STARTER, Optional.of(mask)), FORMULA);
                    for (int i = 0; i < SIZE; i++) {
                        assertThat(end[i] == LATENT[i]).as(schedule.id() + i).isEqualTo(mask[i] == 0);
                    }
                }
            }
        }
    }

    /// x ← mask·x + (1 − mask)·(√a·latent + √(1−a)·noise) is shown, the clean sample found there is mixed with
    /// the latent, and DDIM steps from x to where that clean sample lies.
    @Test
    void masked_ddim_follows_the_equations() {
        for (TrainingSchedule training : List.of(STARTER, VELOCITY)) {
            boolean velocity = training.equals(VELOCITY);
            float[] mask = steps();
            float[] noise = TorchNoise.gaussian(SEED, SIZE);
            List<float[]> shown = new ArrayList<>();
            float[] end = run(
                    request(SamplerName.DDIM, ScheduleName.DIFFUSERS, 1, training, Optional.of(mask)),
                    (sample, timestep, _) -> {
                        shown.add(sample.clone());
                        return Formula.predict(sample, timestep);
                    });
            double[] signal = signals();
            double[] x = new double[SIZE];
            double first = signal[901];
            for (int i = 0; i < SIZE; i++) {
                x[i] = Math.sqrt(first) * LATENT[i] + Math.sqrt(1 - first) * noise[i];
            }
            for (int step = 0; step < STEPS; step++) {
                int timestep = 901 - 100 * step;
                double a = signal[timestep];
                double b = signal[Math.max(timestep - 100, 0)];
                float[] seen = new float[SIZE];
                for (int i = 0; i < SIZE; i++) {
                    double level = Math.sqrt(a) * LATENT[i] + Math.sqrt(1 - a) * noise[i];
                    seen[i] = (float) (mask[i] * x[i] + (1 - mask[i]) * level);
                }
                assertThat(shown.get(step)).usingComparatorWithPrecision(2e-4f).containsExactly(seen);
                float[] predicted = Formula.predict(seen, timestep);
                for (int i = 0; i < SIZE; i++) {
                    double found = velocity
                            ? Math.sqrt(a) * seen[i] - Math.sqrt(1 - a) * predicted[i]
                            : (seen[i] - Math.sqrt(1 - a) * predicted[i]) / Math.sqrt(a);
                    double clean = mask[i] * found + (1 - mask[i]) * LATENT[i];
                    double direction = (x[i] - Math.sqrt(a) * clean) / Math.sqrt(1 - a);
                    x[i] = Math.sqrt(b) * clean + Math.sqrt(1 - b) * direction;
                }
            }
            for (int i = 0; i < SIZE; i++) {
                assertThat((double) end[i]).isCloseTo(mask[i] == 0 ? LATENT[i] : x[i], within(1e-3));
            }
        }
    }

    private static double[] signals() {
        double[] signals = new double[1000];
        double product = 1;
        for (int t = 0; t < 1000; t++) {
            double root = Math.sqrt(0.00085) + t * (Math.sqrt(0.012) - Math.sqrt(0.00085)) / 999;
            product *= 1 - root * root;
            signals[t] = product;
        }
        return signals;
    }

    /// ComfyUI's `KSamplerX0Inpaint` beneath `sample_euler`, on noise levels that the run itself is asked for.
    @Test
    void masked_euler_on_a_schedule_of_comfyui_does_what_comfyui_does() {
        float[] mask = steps();
        float[] noise = TorchNoise.gaussian(SEED, SIZE);
        NoiseTable table = NoiseTable.comfy(STARTER);
        double[] sigmas = ScheduleName.KARRAS.comfy().orElseThrow().sigmas(table, STEPS);
        float[] end = run(request(SamplerName.EULER, ScheduleName.KARRAS, 1, STARTER, Optional.of(mask)), FORMULA);
        double[] x = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            x[i] = LATENT[i] + Math.sqrt(1 + sigmas[0] * sigmas[0]) * noise[i];
        }
        for (int step = 0; step < STEPS; step++) {
            double sigma = (float) sigmas[step];
            float[] scaled = new float[SIZE];
            double[] seen = new double[SIZE];
            for (int i = 0; i < SIZE; i++) {
                seen[i] = mask[i] * x[i] + (1 - mask[i]) * (LATENT[i] + sigma * noise[i]);
                scaled[i] = (float) (seen[i] / Math.sqrt(1 + sigma * sigma));
            }
            float[] predicted = Formula.predict(scaled, table.nearestTimestep(sigma));
            for (int i = 0; i < SIZE; i++) {
                double found = seen[i] - sigma * predicted[i];
                double clean = mask[i] * found + (1 - mask[i]) * LATENT[i];
                x[i] += (x[i] - clean) / sigma * ((float) sigmas[step + 1] - sigma);
            }
        }
        for (int i = 0; i < SIZE; i++) {
            assertThat((double) end[i]).isCloseTo(x[i], within(2e-3));
        }
    }

    @Test
    void a_mask_of_another_size_is_refused() {
        assertThatThrownBy(() ->
                        request(SamplerName.DDIM, ScheduleName.DIFFUSERS, 1, STARTER, Optional.of(new float[SIZE - 1])))
                .isInstanceOf(SamplingException.class)
                .hasMessage("The mask has 63 values, but the latent has 64.");
    }
}
