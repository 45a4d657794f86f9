package dev.weft.nodes.core;

import dev.weft.graph.types.Extent;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule.Mismatch;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.sampling.Latent;
import java.util.List;
import java.util.Map;

/// `core:empty_latent`: where text-to-image begins.
final class EmptyLatent implements NodeType {
    private static final int CHANNELS = 4;
    private static final int DOWNSCALE = 8;

    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:empty_latent",
                    1,
                    "Empty Latent",
                    "latent",
                    "An empty batch of pictures of one size, for a sampler to fill.")
            .with(new OutputPort("latent", PortKind.LATENT, "The empty batch."))
            .with(new Parameter.Whole("width", 512, 16, 16384, DOWNSCALE, "Width of each picture in pixels."))
            .with(new Parameter.Whole("height", 512, 16, 16384, DOWNSCALE, "Height of each picture in pixels."))
            .with(new Parameter.Whole("batch_size", 1, 1, 4096, "How many pictures are drawn together."))
            .with(query -> infer(query.parameters()));

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) {
        ParameterValues parameters = inputs.parameters();
        Latent latent = Latent.zeros(
                parameters.integer("batch_size"),
                CHANNELS,
                parameters.integer("height") / DOWNSCALE,
                parameters.integer("width") / DOWNSCALE);
        return NodeOutputs.of("latent", latent, latent.byteSize());
    }

    private static Typing infer(ParameterValues parameters) {
        Map<String, Extent> outputs = Map.of("latent", extent(parameters));
        int height = parameters.integer("height") / DOWNSCALE;
        int width = parameters.integer("width") / DOWNSCALE;
        if (Latent.fit(parameters.integer("batch_size"), CHANNELS, height, width)) {
            return Typing.of(outputs);
        }
        Mismatch tooLarge = new Mismatch(
                "batch_size",
                parameters.integer("batch_size") + " pictures of " + parameters.integer("width") + " by "
                        + parameters.integer("height") + " pixels are too many for one batch",
                "make fewer or smaller ones");
        return new Typing(outputs, List.of(tooLarge));
    }

    private static Extent extent(ParameterValues parameters) {
        return Extent.of(parameters.integer("batch_size"), parameters.integer("width"), parameters.integer("height"));
    }
}
