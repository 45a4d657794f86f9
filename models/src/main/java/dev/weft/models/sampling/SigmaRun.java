package dev.weft.models.sampling;

/// A run over noise levels; the sample is `clean + σ·noise`.
///
/// @param amplitude what the noise is multiplied by at the start
/// @param unitVariance whether the sample is shown in unit variance
record SigmaRun(SigmaCourse course, StepRule rule, double amplitude, boolean unitVariance) implements Run {
    @Override
    public int steps() {
        return course.steps();
    }

    @Override
    public float[] begin(float[] latent, float[] noise) {
        return Vectors.sum(1, latent, amplitude, noise);
    }

    @Override
    public float[] step(float[] sample, int index) {
        return rule.step(sample, index);
    }

    @Override
    public float[] shown(float[] sample, int done) {
        return unitVariance ? Vectors.scaled(sample, 1 / Math.hypot(1, course.sigma(done))) : sample;
    }
}
