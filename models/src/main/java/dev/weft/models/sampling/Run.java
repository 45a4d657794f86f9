package dev.weft.models.sampling;

/// One run of a sampler, prepared.
interface Run {
    /// How many steps it takes; 0 if the latent is to stay as it is.
    int steps();

    /// The sample to start from.
    ///
    /// @param latent what to start from, in model space
    /// @param noise standard normal noise of the same size
    float[] begin(float[] latent, float[] noise);

    /// The sample after step `index`.
    float[] step(float[] sample, int index);

    /// The sample after `done` steps in the scaling in which the scheduler that is followed holds it. After the
    /// last step this is the latent.
    float[] shown(float[] sample, int done);
}
