package dev.weft.models.sampling;

/// A network that is asked what `x = √signal·clean + √(1 − signal)·noise` is made of.
record TimestepModel(Denoiser denoiser, PredictionType prediction, Bounds bounds) {
    /// The raw prediction of the network.
    float[] predict(float[] sample, int timestep, int step) {
        return denoiser.predict(sample, timestep, step);
    }

    /// The noise that a prediction means.
    float[] noise(float[] sample, float[] predicted, double signal) {
        double clean = Math.sqrt(signal);
        double noise = Math.sqrt(1 - signal);
        return switch (prediction) {
            case EPSILON -> predicted;
            case V_PREDICTION -> Vectors.sum(clean, predicted, noise, sample);
            case SAMPLE -> Vectors.sum(1 / noise, sample, -clean / noise, predicted);
        };
    }

    /// The clean sample that a prediction means, within bounds.
    float[] clean(float[] sample, float[] predicted, double signal) {
        double clean = Math.sqrt(signal);
        double noise = Math.sqrt(1 - signal);
        float[] result = switch (prediction) {
            case EPSILON -> Vectors.sum(1 / clean, sample, -noise / clean, predicted);
            case V_PREDICTION -> Vectors.sum(clean, sample, -noise, predicted);
            case SAMPLE -> predicted.clone();
        };
        bounds.apply(result);
        return result;
    }
}
