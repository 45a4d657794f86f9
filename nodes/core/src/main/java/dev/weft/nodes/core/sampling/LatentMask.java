package dev.weft.nodes.core.sampling;

import dev.weft.models.image.Mask;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The mask of a sampler node, brought to the size of its latent.
final class LatentMask {
    private static final Logger LOG = LoggerFactory.getLogger(LatentMask.class);

    private LatentMask() {}

    /// What is drawn of a latent: 1 draws, 0 keeps, shaped as the latent. Empty where no mask is linked.
    ///
    /// A mask of another size is scaled to the latent's; if its sides relate otherwise, the log says so.
    ///
    /// @throws NodeException if there are several masks, but not one for each picture
    static Optional<float[]> of(NodeInputs inputs, Latent latent) throws NodeException {
        Optional<Mask> linked = inputs.optional("mask", Mask.class);
        if (linked.isEmpty()) {
            return Optional.empty();
        }
        Mask mask = linked.get();
        if (misfit(mask.batch(), latent.batch())) {
            throw new NodeException(
                    "mask",
                    "There are " + mask.batch() + " masks, but the latent has " + latent.batch()
                            + (latent.batch() == 1 ? " picture" : " pictures")
                            + "; give one mask for all pictures, or one for each.");
        }
        if ((long) mask.width() * latent.height() != (long) mask.height() * latent.width()) {
            LOG.warn(
                    "The mask of {}×{} pixels is stretched to fit a latent of {}×{}; give one whose sides relate as"
                            + " the picture's do.",
                    mask.width(),
                    mask.height(),
                    latent.width(),
                    latent.height());
        }
        return Optional.of(spread(mask.resized(latent.height(), latent.width()), latent));
    }

    static boolean misfit(int masks, int pictures) {
        return masks != 1 && masks != pictures;
    }

    private static float[] spread(Mask mask, Latent latent) {
        int size = latent.height() * latent.width();
        float[] spread = new float[latent.values().length];
        for (int index = 0; index < latent.batch(); index++) {
            int from = mask.batch() == 1 ? 0 : index * size;
            for (int channel = 0; channel < latent.channels(); channel++) {
                System.arraycopy(mask.values(), from, spread, (index * latent.channels() + channel) * size, size);
            }
        }
        return spread;
    }
}
