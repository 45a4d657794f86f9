package dev.weft.models.unet;

import java.util.ArrayList;
import java.util.List;

/// Deterministic DDIM ("Denoising Diffusion Implicit Models", equation 12 with η = 0) over the schedule that all models
/// of these tests were trained with, written down here independently of the samplers under test elsewhere: betas
/// linear in their square roots from 0.00085 to 0.012, 1000 timesteps, leading spacing with offset 1.
final class Ddim {
    private static final int TRAINED = 1000;

    private final int steps;
    private final boolean velocity;
    private final double[] kept = new double[TRAINED];

    /// @param velocity whether the network predicts v instead of the noise
    Ddim(int steps, boolean velocity) {
        this.steps = steps;
        this.velocity = velocity;
        double product = 1;
        for (int t = 0; t < TRAINED; t++) {
            double root = Math.sqrt(0.00085) + t * (Math.sqrt(0.012) - Math.sqrt(0.00085)) / (TRAINED - 1);
            product *= 1 - root * root;
            kept[t] = product;
        }
    }

    int timestep(int step) {
        return (steps - 1 - step) * (TRAINED / steps) + 1;
    }

    /// One step from the noisy `sample` with the network's `prediction`.
    float[] step(float[] sample, float[] prediction, int step) {
        int now = timestep(step);
        int next = now - TRAINED / steps;
        double a = kept[now];
        double b = next >= 0 ? kept[next] : kept[0];
        float[] stepped = new float[sample.length];
        for (int i = 0; i < stepped.length; i++) {
            double noise = velocity ? Math.sqrt(a) * prediction[i] + Math.sqrt(1 - a) * sample[i] : prediction[i];
            double clean = (sample[i] - Math.sqrt(1 - a) * noise) / Math.sqrt(a);
            stepped[i] = (float) (Math.sqrt(b) * clean + Math.sqrt(1 - b) * noise);
        }
        return stepped;
    }

    /// The whole trajectory, the start first.
    List<float[]> run(float[] start, GuidedDenoiser denoiser) {
        List<float[]> trajectory = new ArrayList<>(List.of(start));
        for (int step = 0; step < steps; step++) {
            float[] sample = trajectory.getLast();
            trajectory.add(step(sample, denoiser.predict(sample, timestep(step), step), step));
        }
        return trajectory;
    }
}
