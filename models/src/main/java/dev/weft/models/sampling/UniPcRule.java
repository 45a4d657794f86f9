package dev.weft.models.sampling;

import java.util.Optional;

/// UniPC of second order with `B(h) = e^h − 1`, predicting clean samples: each step first corrects the last one
/// with what the network now says, then predicts (Zhao et al., arXiv 2302.04867, algorithms 5 and 6).
final class UniPcRule implements StepRule {
    private static final int ORDER = 2;

    private final SigmaCourse course;
    private final SigmaModel model;
    private Optional<Step> last = Optional.empty();

    /// A step that was taken.
    ///
    /// @param start the sample it began with, after correction
    /// @param clean the clean sample predicted there, before correction
    /// @param cleanBefore the one predicted a step earlier, if the step was of second order
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Step(float[] start, float[] clean, Optional<float[]> cleanBefore) {}

    UniPcRule(SigmaCourse course, SigmaModel model) {
        this.course = course;
        this.model = model;
    }

    @Override
    public float[] step(float[] sample, int index) {
        float[] clean = model.clean(sample, course.sigma(index), course.timestep(index), index);
        float[] start = last.map(step -> corrected(step, clean, index)).orElse(sample);
        boolean secondOrder = last.isPresent() && course.steps() - index >= ORDER;
        Step current = new Step(start, clean, secondOrder ? last.map(Step::clean) : Optional.empty());
        last = Optional.of(current);
        return predicted(current, index);
    }

    /// The predictor: from level `index` to the next.
    private float[] predicted(Step step, int index) {
        float width = course.lambda(index + 1) - course.lambda(index);
        double keep = course.sigma(index + 1) / course.sigma(index);
        float gain = -(float) Math.expm1(-width);
        if (step.cleanBefore().isEmpty()) {
            return Vectors.sum(keep, step.start(), gain, step.clean());
        }
        float ratio = (course.lambda(index - 1) - course.lambda(index)) / width;
        float lead = gain / (2 * ratio);
        return Vectors.sum(
                keep,
                step.start(),
                gain - lead,
                step.clean(),
                lead,
                step.cleanBefore().get());
    }

    /// The corrector: the step that ended at level `index`, taken again now that the clean sample there is known.
    private float[] corrected(Step step, float[] cleanThere, int index) {
        float width = course.lambda(index) - course.lambda(index - 1);
        double keep = course.sigma(index) / course.sigma(index - 1);
        float gain = -(float) Math.expm1(-width);
        if (step.cleanBefore().isEmpty()) {
            return Vectors.sum(keep, step.start(), gain / 2, step.clean(), gain / 2, cleanThere);
        }
        // The paper's 2×2 linear system for the weights of the two differences.
        float ratio = (course.lambda(index - 2) - course.lambda(index - 1)) / width;
        float phi = gain / width - 1;
        float right1 = -phi / gain;
        float right2 = -2 * (-phi / width - 0.5f) / gain;
        float weightBefore = (right1 - right2) / (1 - ratio);
        float weightThere = right1 - weightBefore;
        float before = gain * weightBefore / ratio;
        float there = gain * weightThere;
        float[] base = Vectors.sum(keep, step.start(), gain - before - there, step.clean());
        return Vectors.sum(1, base, before, step.cleanBefore().get(), there, cleanThere);
    }
}
