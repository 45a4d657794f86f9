package dev.weft.models.vae;

import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelSession;
import dev.weft.models.backend.OpenedModel;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.image.ImageBatch;
import java.util.List;

/// Turns pictures into latents. Thread-safe.
///
/// An encoder that gives mean and logarithm of the variance (Optimum) is asked for the mean, so that the same picture
/// always gives the same latent; one whose graph draws the latent itself (the older script of diffusers) is taken at
/// its
/// word.
public final class VaeEncoder implements OpenedModel {
    private final VaeSession session;
    private final LatentSpace latents;

    /// Takes hold of the session: closing this closes it.
    ///
    /// @param memory estimates what calls take
    /// @throws dev.weft.models.backend.ModelException if the session is no VAE encoder
    public VaeEncoder(ModelSession session, LatentSpace latents, VaeMemory memory) {
        this.session = new VaeSession(
                session, List.of("sample", "image", "images"), List.of("latent_parameters", "latent_sample"), memory);
        this.latents = latents;
    }

    /// The latent space that this encodes to.
    public LatentSpace latents() {
        return latents;
    }

    /// Encodes pictures.
    ///
    /// @return latents of the U-Net `[batch, channels, height / downscale, width / downscale]`, scaled for
    ///     the model
    /// @throws ModelException if a side is no multiple of the downscale, or the model fails
    /// @throws java.util.concurrent.CancellationException if stopped
    public float[] encode(ImageBatch pictures, StopSignal stop) {
        int batch = pictures.batch();
        int height = pictures.height();
        int width = pictures.width();
        float[] pixels = pictures.rgb();
        int downscale = latents.downscale();
        if (height % downscale != 0 || width % downscale != 0) {
            throw new ModelException("A picture of " + width + " by " + height
                    + " pixels cannot be encoded; make both a multiple of " + downscale + ".");
        }
        float[] signed = new float[pixels.length];
        for (int i = 0; i < signed.length; i++) {
            signed[i] = pixels[i] * 2 - 1;
        }
        VaeSession.Result result = session.run(
                signed, batch, ImageBatch.CHANNELS, height, width, height / downscale * (width / downscale), stop);
        return latents.toModel(mean(result, batch));
    }

    private float[] mean(VaeSession.Result result, int batch) {
        int channels = latents.channels();
        if (result.channels() == channels) {
            return result.values();
        }
        if (result.channels() != 2 * channels) {
            throw new ModelException("The VAE encoder gives " + result.channels() + " channels in " + session.output()
                    + ", but this model's latents have " + channels + "; use the encoder that belongs to the model.");
        }
        int size = channels * result.height() * result.width();
        float[] means = new float[batch * size];
        for (int row = 0; row < batch; row++) {
            System.arraycopy(result.values(), row * 2 * size, means, row * size, size);
        }
        return means;
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
