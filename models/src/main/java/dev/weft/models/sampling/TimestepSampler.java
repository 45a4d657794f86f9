package dev.weft.models.sampling;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// A sampler over whole timesteps.
///
/// It has no form on noise levels spaced after Karras.
///
/// @param id its name, for messages
/// @param alphaToOne what `set_alpha_to_one` is where the config does not say
/// @param heedsBounds whether clipping, thresholding and `rescale_betas_zero_snr` are heeded
/// @param rule makes its step rule
record TimestepSampler(
        String id, boolean alphaToOne, boolean heedsBounds, BiFunction<TimestepCourse, TimestepModel, StepRule> rule)
        implements Sampler {
    static final TimestepSampler DDIM = new TimestepSampler("ddim", true, true, DdimRule::new);

    @Override
    public Run prepare(SamplingRequest request, boolean karras, Denoiser denoiser, Supplier<float[]> freshNoise) {
        TrainingSchedule training = request.training();
        TimestepCourse course = course(training, request.steps(), request.skippedSteps());
        TimestepModel model = new TimestepModel(denoiser, training.predictionType(), bounds(request), request.kept());
        double start = request.pureNoise() || course.steps() == 0 ? 0 : course.signal(course.timestep(0));
        return new TimestepRun(course, rule.apply(course, model), start);
    }

    /// The timesteps of `steps` steps, without the first `skipped`.
    TimestepCourse course(TrainingSchedule training, int steps, int skipped) {
        NoiseTable table = NoiseTable.exact(training, heedsBounds && training.rescaleBetasZeroSnr());
        TimestepSpacing spacing = training.timestepSpacing().orElse(TimestepSpacing.LEADING);
        int[] timesteps = Arrays.stream(Spacing.whole(training, spacing, steps))
                .mapToInt(timestep -> (int) timestep)
                .toArray();
        if (timesteps[0] >= table.size()) {
            throw new SamplingException("With " + steps + " steps and a steps offset of " + training.stepsOffset()
                    + ", the sampler \"" + id + "\" would begin beyond the " + table.size()
                    + " training timesteps; choose fewer steps.");
        }
        double finalSignal = training.setAlphaToOne().orElse(alphaToOne) ? 1 : table.signal(0);
        int[] kept = Arrays.copyOfRange(timesteps, skipped, timesteps.length);
        return new TimestepCourse(table, kept, training.trainTimesteps() / steps, finalSignal);
    }

    private Bounds bounds(SamplingRequest request) {
        TrainingSchedule training = request.training();
        if (!heedsBounds) {
            return Bounds.NONE;
        }
        if (training.thresholding().isPresent()) {
            return Bounds.dynamic(training.thresholding().get(), request.batch());
        }
        return training.clipSample().orElse(true) ? Bounds.clip(training.clipSampleRange()) : Bounds.NONE;
    }
}
