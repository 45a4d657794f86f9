package dev.weft.nodes.core;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.bundle.LoadedModels;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.panorama.CircularEdges;
import dev.weft.models.vae.VaeDecoder;
import dev.weft.nodes.api.Load;
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
    /// Latent pixels beyond the edges of a circular panorama that are decoded along with it.
    private static final int CIRCULAR_MARGIN = 16;

    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:vae_decode", 1, "VAE Decode", "latent", "Turns a batch of latents into pictures.")
            .with(InputPort.required("vae", PortKind.VAE, "The autoencoder of a model."))
            .with(InputPort.required("latent", PortKind.LATENT, "What to decode."))
            .with(new OutputPort("image", PortKind.IMAGE, "The pictures."))
            .with(new Parameter.Flag(
                    "circular", false, "Whether the right edge goes on at the left one, as in a circular panorama."))
            .with(query -> Typing.of(Map.of("image", query.extent("latent"))));

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
        Latent latent = inputs.value("latent", Latent.class);
        int margin = inputs.parameters().flag("circular") ? Math.min(CIRCULAR_MARGIN, latent.width()) : 0;
        ImageBatch images = ModelRun.in(
                context, stop -> models.vaeDecoder().use(stop, decoder -> decode(decoder, latent, margin, stop)));
        return NodeOutputs.of("image", images, (long) Float.BYTES * images.rgb().length);
    }

    private static ImageBatch decode(VaeDecoder decoder, Latent latent, int margin, StopSignal stop) {
        float[] values = decoder.latents().toModel(latent.values());
        if (margin == 0) {
            return decoder.decode(values, latent.batch(), latent.height(), latent.width(), stop);
        }
        ImageBatch wide = decoder.decode(
                CircularEdges.extended(values, latent.width(), margin),
                latent.batch(),
                latent.height(),
                latent.width() + 2 * margin,
                stop);
        int downscale = decoder.latents().downscale();
        int width = latent.width() * downscale;
        return new ImageBatch(
                wide.batch(), wide.height(), width, CircularEdges.cut(wide.rgb(), width, margin * downscale));
    }
}
