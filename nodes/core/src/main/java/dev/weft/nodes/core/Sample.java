package dev.weft.nodes.core;

import dev.weft.graph.types.NodeSignature;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.sampling.SamplerNode;
import dev.weft.nodes.core.sampling.SamplerRun;

/// `core:sample`: pictures from noise, each for itself.
final class Sample implements NodeType {
    private static final NodeSignature SIGNATURE =
            SamplerNode.signature("core:sample", 1, "Sampler", "Draws a batch of pictures, each for itself.");

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
        return SamplerRun.of(inputs, context);
    }
}
