package dev.weft.models.sampling;

/// A network that is asked for the clean sample beneath `x = clean + σ·noise`.
final class SigmaModel {
    private final Denoiser denoiser;
    private final PredictionType prediction;
    private final Bounds bounds;

    SigmaModel(Denoiser denoiser, PredictionType prediction, Bounds bounds) {
        this.denoiser = denoiser;
        this.prediction = prediction;
        this.bounds = bounds;
    }

    /// The predicted clean sample.
    ///
    /// @param sample `clean + σ·noise`
    /// @param sigma its noise level
    /// @param timestep what the network is told
    /// @param step the step, for the network's information
    float[] clean(float[] sample, double sigma, double timestep, int step) {
        double variance = sigma * sigma + 1;
        float[] predicted = denoiser.predict(Vectors.scaled(sample, 1 / Math.sqrt(variance)), timestep, step);
        float[] clean = switch (prediction) {
            case EPSILON -> Vectors.sum(1, sample, -sigma, predicted);
            case V_PREDICTION -> Vectors.sum(1 / variance, sample, -sigma / Math.sqrt(variance), predicted);
            case SAMPLE -> predicted.clone();
        };
        bounds.apply(clean);
        return clean;
    }

    /// The direction `dx/dσ = (x − clean)/σ` of the probability flow.
    float[] slope(float[] sample, double sigma, double timestep, int step) {
        return Vectors.sum(1 / sigma, sample, -1 / sigma, clean(sample, sigma, timestep, step));
    }
}
