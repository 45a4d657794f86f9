package dev.weft.models.sampling;

import java.util.function.Supplier;

/// A sampler over noise levels.
///
/// @param traits how the scheduler class of diffusers behaves
/// @param rule makes its step rule
record SigmaSampler(SigmaTraits traits, SigmaRuleMaker rule) implements Sampler {
    @Override
    public Run prepare(SamplingRequest request, boolean karras, Denoiser denoiser, Supplier<float[]> freshNoise) {
        TrainingSchedule training = request.training();
        SigmaCourse whole =
                DiffusersSigmas.course(training, traits, request.steps(), karras || configuredKarras(training));
        SigmaCourse course = whole.after(request.skippedSteps());
        double amplitude = request.pureNoise() ? pureAmplitude(training, course.sigma(0)) : course.sigma(0);
        SigmaModel model = new SigmaModel(denoiser, training.predictionType(), bounds(request), request.kept());
        return new SigmaRun(course, rule.make(course, model, freshNoise), amplitude, traits.unitVariance());
    }

    private boolean configuredKarras(TrainingSchedule training) {
        // EulerAncestralDiscreteScheduler has no such option and passes over the entry.
        return training.useKarrasSigmas() && !traits.equals(SigmaTraits.EULER_ANCESTRAL);
    }

    /// What noise alone is scaled by at the first noise level.
    private double pureAmplitude(TrainingSchedule training, double sigma) {
        boolean leading = training.timestepSpacing().orElse(TimestepSpacing.LINSPACE) == TimestepSpacing.LEADING;
        return traits.unitVariance() || leading ? Math.hypot(1, sigma) : sigma;
    }

    private Bounds bounds(SamplingRequest request) {
        TrainingSchedule training = request.training();
        if (traits.thresholds() && training.thresholding().isPresent()) {
            return Bounds.dynamic(training.thresholding().get(), request.batch());
        }
        return traits.clips() && training.clipSample().orElse(false)
                ? Bounds.clip(training.clipSampleRange())
                : Bounds.NONE;
    }
}
