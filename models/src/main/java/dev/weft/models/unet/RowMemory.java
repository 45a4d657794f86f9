package dev.weft.models.unet;

import dev.weft.models.onnx.OnnxModel;

/// An estimate of the memory that a U-Net takes for each row of a call.
///
/// Most of it are activations at the size of the latent, which are as wide as the network's first convolution.
///
/// @param channels width of the first convolution
record RowMemory(int channels) {
    /// Activations of that width that are alive together: 27 in the starter model, plain or shared, at any size, and a
    /// third more for networks with more layers a level (docs/performance.md).
    private static final long TENSORS = 36;

    /// That of Stable Diffusion 1.5 and XL.
    private static final int USUAL_CHANNELS = 320;

    static RowMemory of(OnnxModel model) {
        return new RowMemory(model.firstWidth().orElse(USUAL_CHANNELS));
    }

    /// Bytes for one row of latents.
    ///
    /// @param pixels of a latent
    long bytes(long pixels) {
        return TENSORS * channels * Float.BYTES * pixels;
    }
}
