package dev.weft.models.sampling;

/// Heun's method: averages the slopes at both ends of a step, except of one that ends without noise (arXiv
/// 2206.00364, algorithm 1).
record HeunRule(SigmaCourse course, SigmaModel model) implements StepRule {
    @Override
    public float[] step(float[] sample, int index) {
        double sigma = course.sigma(index);
        double next = course.sigma(index + 1);
        float[] slope = model.slope(sample, sigma, course.timestep(index), index);
        float[] there = Vectors.sum(1, sample, next - sigma, slope);
        if (index + 1 == course.steps()) {
            return there;
        }
        float[] slopeThere = model.slope(there, next, course.timestep(index + 1), index);
        return Vectors.sum(1, sample, (next - sigma) / 2, slope, (next - sigma) / 2, slopeThere);
    }
}
