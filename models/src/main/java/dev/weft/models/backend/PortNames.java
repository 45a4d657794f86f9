package dev.weft.models.backend;

import java.util.List;

/// The names that exporters give to what every denoising network takes, the usual one first.
public final class PortNames {
    /// Noisy latents `[rows, channels, height, width]`.
    public static final List<String> SAMPLE = List.of("sample", "latent_model_input", "latent");

    /// The timestep: a scalar, one number, or one a row.
    public static final List<String> TIMESTEP = List.of("timestep", "t", "timesteps");

    /// Encoded prompts `[rows, tokens, width]`.
    public static final List<String> TEXT = List.of("encoder_hidden_states", "text_embeddings");

    /// Pooled prompts `[rows, width]` of Stable Diffusion XL.
    public static final List<String> POOLED = List.of("text_embeds", "add_text_embeds");

    /// Picture sizes and crop `[rows, 6]` of Stable Diffusion XL.
    public static final List<String> TIME_IDS = List.of("time_ids", "add_time_ids");

    private PortNames() {}
}
