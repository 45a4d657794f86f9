package dev.weft.models.sampling;

/// A network as a sampler sees it, with guidance already applied.
@FunctionalInterface
public interface Denoiser {
    /// Predicts what the model's prediction type says.
    ///
    /// @param sample the noisy sample, [batch, channels, height, width], scaled so that signal and noise
    ///     variance add up to one; not to be kept or changed
    /// @param timestep the training timestep, between two of them where the schedule asks for that
    /// @param step the step that this belongs to, from 0; some samplers ask twice in a step
    /// @return the prediction, of the same shape, as a new array
    /// @throws java.util.concurrent.CancellationException to stop the run
    float[] predict(float[] sample, double timestep, int step);
}
