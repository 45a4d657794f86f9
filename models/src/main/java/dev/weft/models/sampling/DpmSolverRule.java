package dev.weft.models.sampling;

import java.util.Optional;

/// DPM-Solver++ (2M): extrapolates the predicted clean sample from the last two, in the half logarithm of the
/// signal-to-noise ratio (Lu et al., arXiv 2211.01095, algorithm 2).
///
/// The last step is of first order when it ends without noise, or when there are fewer than 15 steps.
final class DpmSolverRule implements StepRule {
    private static final int FEW_STEPS = 15;

    private final SigmaCourse course;
    private final SigmaModel model;
    private Optional<float[]> earlier = Optional.empty();

    DpmSolverRule(SigmaCourse course, SigmaModel model) {
        this.course = course;
        this.model = model;
    }

    @Override
    public float[] step(float[] sample, int index) {
        float[] clean = model.clean(sample, course.sigma(index), course.timestep(index), index);
        float width = course.lambda(index + 1) - course.lambda(index);
        double keep = course.sigma(index + 1) / course.sigma(index);
        float gain = 1 - (float) Math.exp(-width);
        float[] result;
        if (earlier.isEmpty() || firstOrderEnd(index)) {
            result = Vectors.sum(keep, sample, gain, clean);
        } else {
            float ratio = (course.lambda(index) - course.lambda(index - 1)) / width;
            // In the order of diffusers, which decides the last bit.
            float[] trend = Vectors.scaled(Vectors.sum(1, clean, -1, earlier.get()), 1 / ratio);
            result = Vectors.sum(keep, sample, gain, clean, gain / 2, trend);
        }
        earlier = Optional.of(clean);
        return result;
    }

    private boolean firstOrderEnd(int index) {
        return index + 1 == course.steps() && (course.sigma(index + 1) == 0 || course.steps() < FEW_STEPS);
    }
}
