package dev.weft.models.sampling;

import java.util.Arrays;

/// Courses over noise levels as the schedulers of diffusers make them of a config.
final class DiffusersSigmas {
    private DiffusersSigmas() {}

    /// The course of all `steps` steps.
    ///
    /// @param karras whether to space the noise levels after Karras between the first and the last
    static SigmaCourse course(TrainingSchedule training, SigmaTraits traits, int steps, boolean karras) {
        NoiseTable table = NoiseTable.finite(training, traits.rescales() && training.rescaleBetasZeroSnr());
        TimestepSpacing spacing = training.timestepSpacing().orElse(TimestepSpacing.LINSPACE);
        double[] timesteps = traits.wholeTimesteps()
                ? Spacing.wholeBeforeOneMore(training, spacing, steps)
                : Spacing.fractional(training, spacing, steps);
        double[] sigmas = Arrays.stream(timesteps).map(table::sigmaBetween).toArray();
        if (karras) {
            double largest = traits.wholeTimesteps() ? table.sigma(table.size() - 1) : sigmas[0];
            double smallest = traits.wholeTimesteps() ? table.sigma(0) : sigmas[steps - 1];
            sigmas = KarrasSigmas.between(largest, smallest, steps);
            timesteps = Arrays.stream(sigmas).map(table::timestepBetween).toArray();
            if (traits.wholeTimesteps()) {
                timesteps = Arrays.stream(timesteps).map(Math::rint).toArray();
            }
        }
        double[] withEnd = Arrays.copyOf(sigmas, steps + 1);
        if (traits.choosesEnd() && training.finalSigma() == FinalSigma.SIGMA_MIN) {
            withEnd[steps] = karras && traits.wholeTimesteps() ? sigmas[steps - 1] : table.sigma(0);
        }
        return new SigmaCourse(withEnd, timesteps);
    }
}
