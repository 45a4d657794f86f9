package dev.weft.models.sampling;

import java.util.function.Supplier;

/// A kind of sampling on the schedules of diffusers.
sealed interface Sampler permits SigmaSampler, TimestepSampler {
    /// Prepares a run on the bundle's own schedule.
    ///
    /// @param karras whether noise levels are to be spaced after Karras
    /// @param freshNoise draws more noise
    /// @throws SamplingException in one sentence, if that cannot be done
    Run prepare(SamplingRequest request, boolean karras, Denoiser denoiser, Supplier<float[]> freshNoise);
}
