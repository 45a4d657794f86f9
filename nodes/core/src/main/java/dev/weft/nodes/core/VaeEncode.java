package dev.weft.nodes.core;

import dev.weft.graph.types.Extent;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.models.bundle.LoadedModels;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.vae.LatentSpace;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.sampling.Latent;
import dev.weft.nodes.core.sampling.ModelRun;
import java.util.Map;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `core:vae_encode`: pictures to latents, without randomness: the mean of what the encoder gives.
final class VaeEncode implements NodeType {
    private static final Logger LOG = LoggerFactory.getLogger(VaeEncode.class);
    private static final int DOWNSCALE = 8;

    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:vae_encode", 1, "VAE Encode", "latent", "Turns pictures into a batch of latents.")
            .with(InputPort.required("vae", PortKind.VAE, "The autoencoder of a model."))
            .with(InputPort.required(
                    "image",
                    PortKind.IMAGE,
                    "What to encode; what is beyond a multiple of 8 pixels is cut off on both sides."))
            .with(new OutputPort("latent", PortKind.LATENT, "The latents."))
            .with(query -> Typing.of(Map.of("latent", multiple(query.extent("image")))));

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public Load load() {
        return Load.RUNS_MODELS;
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        LoadedModels models = inputs.value("vae", LoadedModels.class);
        LatentSpace space = models.bundle().latents();
        ImageBatch images = fitting(inputs.value("image", ImageBatch.class), space.downscale());
        float[] encoded =
                ModelRun.in(context, stop -> models.vaeEncoder().use(stop, encoder -> encoder.encode(images, stop)));
        Latent latent = new Latent(
                images.batch(),
                space.channels(),
                images.height() / space.downscale(),
                images.width() / space.downscale(),
                space.toVae(encoded));
        return NodeOutputs.of("latent", latent, latent.byteSize());
    }

    private static Extent multiple(Extent image) {
        return new Extent(image.batch(), multiple(image.width()), multiple(image.height()));
    }

    private static OptionalInt multiple(OptionalInt side) {
        return side.isPresent() ? OptionalInt.of(side.getAsInt() / DOWNSCALE * DOWNSCALE) : side;
    }

    /// Cut to multiples of `unit` pixels in the middle, as ComfyUI does.
    private static ImageBatch fitting(ImageBatch images, int unit) throws NodeException {
        int height = images.height() / unit * unit;
        int width = images.width() / unit * unit;
        if (height == 0 || width == 0) {
            throw new NodeException(
                    "image",
                    "A picture of " + images.width() + "×" + images.height()
                            + " pixels is too small to be encoded; make both sides at least " + unit + " pixels.");
        }
        if (height != images.height() || width != images.width()) {
            LOG.warn(
                    "Pictures of {}×{} pixels were cut to {}×{} for encoding, since sides have to be multiples of {}.",
                    images.width(),
                    images.height(),
                    width,
                    height,
                    unit);
        }
        return images.middle(height, width);
    }
}
