package dev.weft.models.sampling;

import java.util.function.Supplier;

/// Steps down further than the next noise level and adds fresh noise to reach it, as ancestral sampling of a
/// diffusion model does (arXiv 2006.11239).
///
/// @param freshNoise standard normal noise of the sample's size
record EulerAncestralRule(SigmaCourse course, SigmaModel model, Supplier<float[]> freshNoise) implements StepRule {
    @Override
    public float[] step(float[] sample, int index) {
        double sigma = course.sigma(index);
        double next = course.sigma(index + 1);
        double up = Math.sqrt(next * next * (sigma * sigma - next * next)) / sigma;
        double down = Math.sqrt(next * next - up * up);
        float[] slope = model.slope(sample, sigma, course.timestep(index), index);
        return Vectors.sum(1, sample, down - sigma, slope, up, freshNoise.get());
    }
}
