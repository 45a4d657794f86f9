package dev.weft.models.sampling;

import java.util.Arrays;

/// The parts of a latent that a mask keeps from being drawn, as ComfyUI's samplers keep them: the network is
/// shown the kept latent at the noise level of the step, and is taken to have found that latent there.
///
/// Where the mask is 1 nothing is computed, so that a mask of ones changes no bit.
final class Kept {
    /// Everything is drawn.
    static final Kept NOTHING = new Kept(new float[0], new float[0], new float[0]);

    private final float[] mask;
    private final float[] latent;
    private final float[] noise;

    /// Three arrays of one size.
    ///
    /// @param mask 0 keeps, 1 draws, between them both are mixed
    /// @param latent what is kept
    /// @param noise the noise that the run begins with
    Kept(float[] mask, float[] latent, float[] noise) {
        this.mask = mask;
        this.latent = latent;
        this.noise = noise;
    }

    /// Whether everything is drawn.
    boolean isNothing() {
        return mask.length == 0;
    }

    /// Whether this value is drawn and nothing of the latent is kept there.
    boolean draws(int index) {
        return mask[index] >= 1;
    }

    /// What the network is shown in place of `sample`.
    ///
    /// @param latentScale factor on the clean sample at this noise level
    /// @param noiseScale factor on the noise
    float[] shown(float[] sample, double latentScale, double noiseScale) {
        if (isNothing()) {
            return sample;
        }
        float[] noisy = Vectors.sum(latentScale, latent, noiseScale, noise);
        return mixed(sample, noisy);
    }

    /// What the network is taken to have found, given what it found.
    float[] found(float[] clean) {
        return isNothing() ? clean : mixed(clean, latent);
    }

    /// The end of a run: what is kept whole is the latent, to the last bit.
    float[] ended(float[] result) {
        if (isNothing()) {
            return result;
        }
        float[] ended = result.clone();
        for (int i = 0; i < ended.length; i++) {
            ended[i] = mask[i] > 0 ? result[i] : latent[i];
        }
        return ended;
    }

    private float[] mixed(float[] drawn, float[] kept) {
        float[] mixed = Arrays.copyOf(drawn, drawn.length);
        for (int i = 0; i < mixed.length; i++) {
            if (!draws(i)) {
                mixed[i] = mask[i] * drawn[i] + (1 - mask[i]) * kept[i];
            }
        }
        return mixed;
    }
}
