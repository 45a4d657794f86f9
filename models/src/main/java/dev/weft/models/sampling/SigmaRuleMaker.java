package dev.weft.models.sampling;

import java.util.function.Supplier;

/// Makes the step rule of a run over noise levels.
@FunctionalInterface
interface SigmaRuleMaker {
    /// Makes the rule.
    ///
    /// @param freshNoise draws standard normal noise of the sample's size
    StepRule make(SigmaCourse course, SigmaModel model, Supplier<float[]> freshNoise);
}
