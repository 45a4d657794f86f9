package dev.weft.nodes.core;

import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.models.bundle.BundleException;
import dev.weft.models.bundle.LoadedModels;
import dev.weft.models.bundle.ModelLibrary;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.sampling.ModelRun;
import java.util.Map;

/// `core:load_model`: the models of a bundle.
///
/// All three outputs are the same [LoadedModels], of which each node takes what it needs.
final class LoadModel implements NodeType {
    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:load_model",
                    1,
                    "Load Model",
                    "model",
                    "Loads a model: a folder of ONNX files in the layout of diffusers.")
            .with(new OutputPort("model", PortKind.MODEL, "The network that draws."))
            .with(new OutputPort("clip", PortKind.CLIP, "What reads prompts."))
            .with(new OutputPort("vae", PortKind.VAE, "What turns latents into pictures and back."))
            .with(new Parameter.Text("model", "starter", false, "The model's name, as weft models lists it."));

    private final ModelLibrary library;

    LoadModel(ModelLibrary library) {
        this.library = library;
    }

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public String changeMarker(ParameterValues parameters) {
        return library.marker(parameters.text("model"));
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        LoadedModels models = ModelRun.in(context, _ -> {
            try {
                return library.open(inputs.parameters().text("model"));
            } catch (BundleException e) {
                throw NodeException.of("model", e);
            }
        });
        return new NodeOutputs(Map.of("model", models, "clip", models, "vae", models), 0);
    }
}
