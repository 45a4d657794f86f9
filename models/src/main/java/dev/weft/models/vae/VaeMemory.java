package dev.weft.models.vae;

import dev.weft.models.onnx.OnnxModel;

/// An estimate of the memory that half of a VAE takes while it runs.
///
/// Most of it are activations at the size of the picture, as wide as the convolution that takes or gives it.
///
/// @param width that convolution's channels on the inner side
/// @param downscale how many pixels a latent is wide and high
public record VaeMemory(int width, int downscale) {
    /// Activations of that width that are alive together: 9 in the starter's decoder (docs/performance.md).
    private static final long TENSORS = 10;

    /// That of the VAEs of Stable Diffusion.
    private static final int USUAL_WIDTH = 128;

    /// The estimate for a model file.
    public static VaeMemory of(OnnxModel model, LatentSpace latents) {
        return new VaeMemory(model.pictureWidth().orElse(USUAL_WIDTH), latents.downscale());
    }

    /// Bytes for one call.
    ///
    /// @param latents of all rows together
    long bytes(long latents) {
        return TENSORS * width * Float.BYTES * latents * downscale * downscale;
    }
}
