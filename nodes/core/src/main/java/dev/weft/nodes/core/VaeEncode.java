package dev.weft.nodes.core;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.models.bundle.LoadedModels;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.vae.LatentSpace;
import dev.weft.models.vae.VaeEncoder;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.sampling.Latent;
import dev.weft.nodes.core.sampling.ModelRun;
import java.util.Map;

/// `core:vae_encode`: pictures to latents, without randomness: the mean of what the encoder gives.
final class VaeEncode implements NodeType {
    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:vae_encode", 1, "VAE Encode", "latent", "Turns pictures into a batch of latents.")
            .with(InputPort.required("vae", PortKind.VAE, "The autoencoder of a model."))
            .with(InputPort.required("image", PortKind.IMAGE, "What to encode; sides must be multiples of 8."))
            .with(new OutputPort("latent", PortKind.LATENT, "The latents."))
            .with(query -> Typing.of(Map.of("latent", query.extent("image"))));

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        LoadedModels models = inputs.value("vae", LoadedModels.class);
        ImageBatch images = inputs.value("image", ImageBatch.class);
        LatentSpace space = models.bundle().latents();
        float[] encoded = ModelRun.in(context, stop -> {
            VaeEncoder encoder = models.vaeEncoder();
            return encoder.encode(images, stop);
        });
        Latent latent = new Latent(
                images.batch(),
                space.channels(),
                images.height() / space.downscale(),
                images.width() / space.downscale(),
                space.toVae(encoded));
        return NodeOutputs.of("latent", latent, latent.byteSize());
    }
}
