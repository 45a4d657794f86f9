package dev.weft.models.sampling;

/// One sampler at work: the rule that moves a sample by one step, and what it remembers of earlier steps. Made
/// afresh for each run.
sealed interface StepRule
        permits EulerRule,
                EulerAncestralRule,
                HeunRule,
                LinearMultistepRule,
                DpmSolverRule,
                UniPcRule,
                DdimRule,
                PndmRule {
    /// The sample after step `index`, as a new array. Steps are taken in order, from 0.
    float[] step(float[] sample, int index);
}
