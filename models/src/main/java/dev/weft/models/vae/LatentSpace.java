package dev.weft.models.vae;

/// How a model's latents relate to the VAE's and to pictures.
///
/// @param channels channels of a latent, 4 in all Stable Diffusion models
/// @param downscale how many pixels a latent is wide and high, 8 in all Stable Diffusion models
/// @param scalingFactor the model's latent is the VAE's, less `shiftFactor`, times this
/// @param shiftFactor 0 in all Stable Diffusion models with a U-Net
public record LatentSpace(int channels, int downscale, double scalingFactor, double shiftFactor) {
    /// A latent of the VAE as the U-Net sees it.
    public float[] toModel(float[] vaeLatent) {
        float[] model = new float[vaeLatent.length];
        for (int i = 0; i < model.length; i++) {
            model[i] = (float) ((vaeLatent[i] - shiftFactor) * scalingFactor);
        }
        return model;
    }

    /// A latent of the U-Net as the VAE sees it.
    public float[] toVae(float[] modelLatent) {
        float[] vae = new float[modelLatent.length];
        for (int i = 0; i < vae.length; i++) {
            vae[i] = (float) (modelLatent[i] / scalingFactor + shiftFactor);
        }
        return vae;
    }
}
