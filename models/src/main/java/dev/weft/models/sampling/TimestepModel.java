package dev.weft.models.sampling;

/// A network that is asked what `x = √signal·clean + √(1 − signal)·noise` is made of.
record TimestepModel(Denoiser denoiser, PredictionType prediction, Bounds bounds, Kept kept) {
    /// The prediction of the network, which a mask turns where it keeps something into the one whose clean
    /// sample is what is kept.
    float[] predict(float[] sample, int timestep, double signal, int step) {
        if (kept.isNothing()) {
            return denoiser.predict(sample, timestep, step);
        }
        float[] shown = kept.shown(sample, Math.sqrt(signal), Math.sqrt(1 - signal));
        float[] predicted = denoiser.predict(shown, timestep, step);
        float[] meant = meaning(sample, kept.found(clean(shown, predicted, signal)), signal);
        for (int i = 0; i < meant.length; i++) {
            meant[i] = kept.draws(i) ? predicted[i] : meant[i];
        }
        return meant;
    }

    /// The prediction that means this clean sample.
    private float[] meaning(float[] sample, float[] clean, double signal) {
        double scale = Math.sqrt(signal);
        double deviation = Math.sqrt(1 - signal);
        return switch (prediction) {
            case EPSILON -> Vectors.sum(1 / deviation, sample, -scale / deviation, clean);
            case V_PREDICTION -> Vectors.sum(scale / deviation, sample, -1 / deviation, clean);
            case SAMPLE -> clean;
        };
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
