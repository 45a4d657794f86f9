package dev.weft.models.sampling;

/// A network that is asked for the clean sample beneath `x = clean + σ·noise`.
///
/// Every operation is rounded to float32 in the order in which diffusers does it: some models amplify a
/// difference in the last bit ten-thousandfold over a run.
final class SigmaModel {
    private final Denoiser denoiser;
    private final PredictionType prediction;
    private final Bounds bounds;
    private final Kept kept;

    SigmaModel(Denoiser denoiser, PredictionType prediction, Bounds bounds, Kept kept) {
        this.denoiser = denoiser;
        this.prediction = prediction;
        this.bounds = bounds;
        this.kept = kept;
    }

    /// The predicted clean sample.
    ///
    /// @param sample `clean + σ·noise`
    /// @param sigma its noise level
    /// @param timestep what the network is told
    /// @param step the step, for the network's information
    float[] clean(float[] sample, double sigma, double timestep, int step) {
        float level = (float) sigma;
        float variance = level * level + 1;
        float deviation = (float) Math.sqrt(variance);
        float[] shown = kept.shown(sample, 1, sigma);
        float[] input = new float[sample.length];
        for (int i = 0; i < input.length; i++) {
            input[i] = shown[i] / deviation;
        }
        float[] predicted = denoiser.predict(input, timestep, step);
        float[] clean = new float[sample.length];
        for (int i = 0; i < clean.length; i++) {
            clean[i] = switch (prediction) {
                case EPSILON -> shown[i] - level * predicted[i];
                case V_PREDICTION -> predicted[i] * (-level / deviation) + shown[i] / variance;
                case SAMPLE -> predicted[i];
            };
        }
        bounds.apply(clean);
        return kept.found(clean);
    }

    /// The direction `dx/dσ = (x − clean)/σ` of the probability flow.
    float[] slope(float[] sample, double sigma, double timestep, int step) {
        float[] clean = clean(sample, sigma, timestep, step);
        float level = (float) sigma;
        float[] slope = new float[sample.length];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (sample[i] - clean[i]) / level;
        }
        return slope;
    }
}
