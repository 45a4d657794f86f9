package dev.weft.models.sampling;

/// DDIM without noise of its own, η = 0 (Song et al., arXiv 2010.02502, equation 12). Where the clean sample is
/// kept within bounds, the noise stays as predicted.
record DdimRule(TimestepCourse course, TimestepModel model) implements StepRule {
    @Override
    public float[] step(float[] sample, int index) {
        int timestep = course.timestep(index);
        double signal = course.signal(timestep);
        double next = course.signal(timestep - course.stride());
        float[] predicted = model.predict(sample, timestep, signal, index);
        float[] clean = model.clean(sample, predicted, signal);
        return Vectors.sum(Math.sqrt(next), clean, Math.sqrt(1 - next), model.noise(sample, predicted, signal));
    }
}
