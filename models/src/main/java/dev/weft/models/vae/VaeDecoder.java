package dev.weft.models.vae;

import dev.weft.models.backend.ModelSession;
import dev.weft.models.backend.OpenedModel;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.image.ImageBatch;
import java.util.List;

/// Turns latents into pictures. Thread-safe.
public final class VaeDecoder implements OpenedModel {
    private final VaeSession session;
    private final LatentSpace latents;

    /// Takes hold of the session: closing this closes it.
    ///
    /// @param memory estimates what calls take
    /// @throws dev.weft.models.backend.ModelException if the session is no VAE decoder
    public VaeDecoder(ModelSession session, LatentSpace latents, VaeMemory memory) {
        this.session =
                new VaeSession(session, List.of("latent_sample", "latent", "z"), List.of("sample", "images"), memory);
        this.latents = latents;
    }

    /// The latent space that this decodes from.
    public LatentSpace latents() {
        return latents;
    }

    /// Decodes latents of the U-Net.
    ///
    /// @param latent `[batch, channels, height, width]` in the model's scaling
    /// @param height height of a latent
    /// @param width width of a latent
    /// @return pictures `downscale` times as high and wide
    /// @throws dev.weft.models.backend.ModelException if the model fails
    /// @throws java.util.concurrent.CancellationException if stopped
    public ImageBatch decode(float[] latent, int batch, int height, int width, StopSignal stop) {
        VaeSession.Result result =
                session.run(latents.toVae(latent), batch, latents.channels(), height, width, height * width, stop);
        float[] values = result.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.clamp(values[i] / 2 + 0.5f, 0, 1);
        }
        return new ImageBatch(batch, result.height(), result.width(), values);
    }

    @Override
    public long workingBytes() {
        return session.workingBytes();
    }

    @Override
    public void close() {
        session.close();
    }
}
