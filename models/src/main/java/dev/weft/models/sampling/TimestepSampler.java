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
    @Override
    public Run prepare(SamplingRequest request, boolean karras, Denoiser denoiser, Supplier<float[]> freshNoise) {
        TrainingSchedule training = request.training();
        TimestepCourse course = course(request);
        TimestepModel model = new TimestepModel(denoiser, training.predictionType(), bounds(request), request.kept());
        double start = request.pureNoise() || course.steps() == 0 ? 0 : course.signal(course.timestep(0));
        return new TimestepRun(course, rule.apply(course, model), start);
    }

    private TimestepCourse course(SamplingRequest request) {
        TrainingSchedule training = request.training();
        NoiseTable table = NoiseTable.exact(training, heedsBounds && training.rescaleBetasZeroSnr());
        TimestepSpacing spacing = training.timestepSpacing().orElse(TimestepSpacing.LEADING);
        int[] timesteps = Arrays.stream(Spacing.whole(training, spacing, request.steps()))
                .mapToInt(timestep -> (int) timestep)
                .toArray();
        if (timesteps[0] >= table.size()) {
            throw new SamplingException("With " + request.steps() + " steps and a steps offset of "
                    + training.stepsOffset() + ", the sampler \"" + id + "\" would begin beyond the "
                    + table.size() + " training timesteps; choose fewer steps.");
        }
        double finalSignal = training.setAlphaToOne().orElse(alphaToOne) ? 1 : table.signal(0);
        int[] kept = Arrays.copyOfRange(timesteps, request.skippedSteps(), timesteps.length);
        return new TimestepCourse(table, kept, training.trainTimesteps() / request.steps(), finalSignal);
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
