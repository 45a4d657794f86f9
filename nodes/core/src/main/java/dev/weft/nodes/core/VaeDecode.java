package dev.weft.nodes.core;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.models.bundle.LoadedModels;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.vae.VaeDecoder;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.sampling.Latent;
import dev.weft.nodes.core.sampling.ModelRun;
import java.util.Map;

/// `core:vae_decode`: latents to pictures.
final class VaeDecode implements NodeType {
    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:vae_decode", 1, "VAE Decode", "latent", "Turns a batch of latents into pictures.")
            .with(InputPort.required("vae", PortKind.VAE, "The autoencoder of a model."))
            .with(InputPort.required("latent", PortKind.LATENT, "What to decode."))
            .with(new OutputPort("image", PortKind.IMAGE, "The pictures."))
            .with(query -> Typing.of(Map.of("image", query.extent("latent"))));

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        LoadedModels models = inputs.value("vae", LoadedModels.class);
        Latent latent = inputs.value("latent", Latent.class);
        ImageBatch images = ModelRun.in(context, stop -> {
            VaeDecoder decoder = models.vaeDecoder();
            return decoder.decode(
                    decoder.latents().toModel(latent.values()), latent.batch(), latent.height(), latent.width(), stop);
        });
        return NodeOutputs.of("image", images, (long) Float.BYTES * images.rgb().length);
    }
}
