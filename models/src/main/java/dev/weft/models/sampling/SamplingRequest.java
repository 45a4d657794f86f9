package dev.weft.models.sampling;

import java.util.Optional;

/// What to sample.
///
/// @param sampler the step rule
/// @param schedule the noise levels
/// @param steps how many steps, at least 1
/// @param denoise how much of the way to go, above 0; 1 is all of it. Below 1 the latent is noised only as far
///     as needed. The schedules of diffusers then leave out the first steps, as its image-to-image pipelines
///     do; those of ComfyUI take all `steps` on the last part of a finer schedule
/// @param training how the model was trained
/// @param batch how many pictures the latent holds
/// @param latent where to start, [batch, channels, height, width] in model space; zeros for text to image
/// @param seed the noise is `torch.randn` of the latent's shape from a CPU generator with this seed;
///     `euler_ancestral` goes on drawing from the same generator, once a step
/// @param noise in place of the start noise of the seed; draws of `euler_ancestral` are not changed by it
/// @param mask which values of the latent are drawn: 1 draws, 0 keeps, between them both are mixed at every
///     step; shaped as the latent. What is kept whole ends as it began. Empty draws everything
// Compared by identity only; a sample is an array everywhere.
@SuppressWarnings("ArrayRecordComponent")
public record SamplingRequest(
        SamplerName sampler,
        ScheduleName schedule,
        int steps,
        double denoise,
        TrainingSchedule training,
        int batch,
        float[] latent,
        long seed,
        Optional<float[]> noise,
        Optional<float[]> mask) {

    /// Checks what can be checked without the model.
    ///
    /// @throws SamplingException in one sentence
    public SamplingRequest {
        if (steps < 1) {
            throw new SamplingException("The number of steps is " + steps + ", but must be at least 1.");
        }
        if (!(denoise >= 0 && denoise <= 1)) {
            throw new SamplingException("The value of denoise is " + denoise + ", but must lie between 0 and 1.");
        }
        if (batch < 1 || latent.length % batch != 0) {
            throw new SamplingException(
                    "A latent of " + latent.length + " values cannot hold " + batch + " pictures of one size.");
        }
        if (noise.isPresent() && noise.get().length != latent.length) {
            throw new SamplingException(
                    "The noise has " + noise.get().length + " values, but the latent has " + latent.length + ".");
        }
        if (mask.isPresent() && mask.get().length != latent.length) {
            throw new SamplingException(
                    "The mask has " + mask.get().length + " values, but the latent has " + latent.length + ".");
        }
    }

    /// A request that draws everything.
    public SamplingRequest(
            SamplerName sampler,
            ScheduleName schedule,
            int steps,
            double denoise,
            TrainingSchedule training,
            int batch,
            float[] latent,
            long seed,
            Optional<float[]> noise) {
        this(sampler, schedule, steps, denoise, training, batch, latent, seed, noise, Optional.empty());
    }

    /// From nothing but noise, all the way.
    ///
    /// @param size how many values the latent has: batch × channels × height × width
    public static SamplingRequest fromNoise(
            SamplerName sampler,
            ScheduleName schedule,
            int steps,
            TrainingSchedule training,
            int batch,
            int size,
            long seed) {
        return new SamplingRequest(
                sampler, schedule, steps, 1, training, batch, new float[size], seed, Optional.empty());
    }

    /// This request with the noise that the run begins with.
    SamplingRequest withNoise(float[] start) {
        return new SamplingRequest(
                sampler, schedule, steps, denoise, training, batch, latent, seed, Optional.of(start), mask);
    }

    /// What the mask keeps. The noise has to be known.
    Kept kept() {
        return mask.map(values -> new Kept(values, latent, noise.orElseThrow())).orElse(Kept.NOTHING);
    }

    /// Whether nothing of the latent is to be kept: full denoising of zeros.
    boolean pureNoise() {
        if (denoise < 1) {
            return false;
        }
        for (float value : latent) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /// How many of the first steps a schedule of diffusers leaves out.
    int skippedSteps() {
        return steps - Math.min((int) (steps * denoise), steps);
    }
}
