package dev.weft.models.sampling;

/// Hears of every step.
@FunctionalInterface
public interface StepListener {
    /// A step is done. May throw to stop the run.
    ///
    /// @param step steps done, from 1
    /// @param steps all steps
    /// @param latent the sample after the step, in the scaling that the scheduler of diffusers or ComfyUI would
    ///     hold it in; not to be kept or changed
    void stepped(int step, int steps, float[] latent);
}
