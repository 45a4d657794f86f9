package dev.weft.models.sampling;

import java.util.Arrays;

/// The noise levels that a run visits, and the training timestep that the network is told at each but the last.
final class SigmaCourse {
    private final double[] sigmas;
    private final double[] timesteps;

    /// @param sigmas one more than steps, falling; rounded to float32 here
    /// @param timesteps one for each step
    SigmaCourse(double[] sigmas, double[] timesteps) {
        this.sigmas = Arrays.stream(sigmas).map(sigma -> (float) sigma).toArray();
        this.timesteps = timesteps.clone();
    }

    int steps() {
        return timesteps.length;
    }

    /// The noise level before step `index`, or after all steps.
    double sigma(int index) {
        return sigmas[index];
    }

    /// The timestep of step `index`.
    double timestep(int index) {
        return timesteps[index];
    }

    /// `λ = −ln σ`, the half logarithm of the signal-to-noise ratio; infinite without noise. Rounded to float32,
    /// as diffusers holds it: some models amplify a difference in the last bit of a step's width ten-thousandfold.
    float lambda(int index) {
        return (float) -Math.log(sigmas[index]);
    }

    /// What is left of the course after leaving out the first `skipped` steps.
    SigmaCourse after(int skipped) {
        return new SigmaCourse(
                Arrays.copyOfRange(sigmas, skipped, sigmas.length),
                Arrays.copyOfRange(timesteps, skipped, timesteps.length));
    }
}
