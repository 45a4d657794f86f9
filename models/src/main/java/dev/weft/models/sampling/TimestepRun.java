package dev.weft.models.sampling;

/// A run over whole timesteps; the sample is `√signal·clean + √(1 − signal)·noise`.
///
/// @param startSignal the signal at the start; 0 for nothing but noise
record TimestepRun(TimestepCourse course, StepRule rule, double startSignal) implements Run {
    @Override
    public int steps() {
        return course.steps();
    }

    @Override
    public float[] begin(float[] latent, float[] noise) {
        return Vectors.sum(Math.sqrt(startSignal), latent, Math.sqrt(1 - startSignal), noise);
    }

    @Override
    public float[] step(float[] sample, int index) {
        return rule.step(sample, index);
    }

    @Override
    public float[] shown(float[] sample, int done) {
        return sample;
    }
}
