package dev.weft.nodes.core;

import dev.weft.graph.types.Extent;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.models.bundle.LoadedModels;
import dev.weft.models.text.Conditioning;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.sampling.ControlledConditioning;
import dev.weft.nodes.core.sampling.ModelRun;
import java.util.List;
import java.util.Map;

/// `core:text_encode`: prompts to what steers a sampler.
final class TextEncode implements NodeType {
    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:text_encode",
                    1,
                    "Text Encode",
                    "conditioning",
                    "Turns a prompt, or one prompt a picture, into what steers a sampler.")
            .with(InputPort.required("clip", PortKind.CLIP, "The text encoder of a model."))
            .with(new OutputPort("conditioning", PortKind.CONDITIONING, "The encoded prompts, one row each."))
            .with(new Parameter.Text("text", "", true, "What the picture shows."))
            .with(new Parameter.Flag(
                    "one_per_line",
                    false,
                    "Whether each line that is not blank is the prompt of one picture of the batch."))
            .with(query -> Typing.of(Map.of(
                    "conditioning", Extent.ofBatch(prompts(query.parameters()).size()))));

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        LoadedModels models = inputs.value("clip", LoadedModels.class);
        List<String> prompts = prompts(inputs.parameters());
        Conditioning conditioning =
                ModelRun.in(context, stop -> models.textEncoder().encode(prompts, stop));
        ControlledConditioning output = ControlledConditioning.of(conditioning, prompts);
        return NodeOutputs.of("conditioning", output, output.byteSize());
    }

    private static List<String> prompts(ParameterValues parameters) {
        String text = parameters.text("text");
        if (!parameters.flag("one_per_line")) {
            return List.of(text);
        }
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.isEmpty() ? List.of("") : lines;
    }
}
