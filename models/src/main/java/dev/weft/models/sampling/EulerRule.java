package dev.weft.models.sampling;

/// Follows the slope of the probability flow from one noise level to the next (arXiv 2206.00364, algorithm 1
/// without its correction).
record EulerRule(SigmaCourse course, SigmaModel model) implements StepRule {
    @Override
    public float[] step(float[] sample, int index) {
        double sigma = course.sigma(index);
        float[] slope = model.slope(sample, sigma, course.timestep(index), index);
        return Vectors.sum(1, sample, course.sigma(index + 1) - sigma, slope);
    }
}
