package dev.weft.nodes.core;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.models.bundle.LoadedModels;
import dev.weft.models.bundle.LoraCatalog;
import dev.weft.models.lora.Lora;
import dev.weft.models.lora.LoraException;
import dev.weft.nodes.api.FileContent;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.sampling.ModelRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// `core:load_lora`: the models that come in, with a LoRA added to them.
///
/// The models that come in stay as they are, so a workflow may use them with and without the LoRA. Several of these
/// nodes in a row stack their LoRAs.
final class LoadLora implements NodeType {
    private static final double LARGEST_STRENGTH = 20;

    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:load_lora",
                    1,
                    "Load LoRA",
                    "model",
                    "Adds a LoRA to a model: a small file that teaches it a style or a subject.")
            .with(InputPort.required("model", PortKind.MODEL, "The network that draws."))
            .with(InputPort.required("clip", PortKind.CLIP, "What reads prompts."))
            .with(new OutputPort("model", PortKind.MODEL, "The network that draws, with the LoRA."))
            .with(new OutputPort("clip", PortKind.CLIP, "What reads prompts, with the LoRA."))
            .with(new Parameter.Text(
                    "lora",
                    "",
                    false,
                    "The LoRA's name, as weft models lists it, or a .safetensors file; relative names of files begin at"
                            + " the input folder."))
            .with(new Parameter.Decimal(
                    "strength_model",
                    1,
                    -LARGEST_STRENGTH,
                    LARGEST_STRENGTH,
                    "How strongly the LoRA changes the network that draws: 0 not at all, 1 as it was trained, below 0 away"
                            + " from it."))
            .with(new Parameter.Decimal(
                    "strength_clip",
                    1,
                    -LARGEST_STRENGTH,
                    LARGEST_STRENGTH,
                    "How strongly it changes what reads prompts; without effect on a LoRA that has no part for that."));

    private final LoraCatalog catalog;
    private final Folders folders;

    LoadLora(Folders folders) {
        this.catalog = new LoraCatalog(folders.models());
        this.folders = folders;
    }

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        LoadedModels model = inputs.value("model", LoadedModels.class);
        LoadedModels clip = inputs.value("clip", LoadedModels.class);
        double unetStrength = inputs.parameters().decimal("strength_model");
        double textStrength = inputs.parameters().decimal("strength_clip");
        return ModelRun.in(context, _ -> {
            try {
                Lora lora = Lora.read(file(inputs.parameters().text("lora")));
                Map<String, Object> outputs;
                if (model.equals(clip)) {
                    LoadedModels both = model.with(lora, unetStrength, textStrength);
                    outputs = Map.of("model", both, "clip", both);
                } else {
                    outputs = Map.of(
                            "model", model.with(lora, unetStrength, 0), "clip", clip.with(lora, 0, textStrength));
                }
                return new NodeOutputs(outputs, 0);
            } catch (LoraException e) {
                throw NodeException.of("lora", e);
            }
        });
    }

    private Path file(String name) throws LoraException {
        Optional<Path> known = catalog.find(name);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            Path file = folders.input().resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw catalog.missing(name);
        }
        throw catalog.missing(name);
    }

    @Override
    public String changeMarker(ParameterValues parameters) {
        try {
            return FileContent.of(file(parameters.text("lora")));
        } catch (IOException e) {
            // The node will say so when it runs.
            return "";
        }
    }
}
