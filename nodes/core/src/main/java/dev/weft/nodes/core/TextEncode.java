package dev.weft.nodes.core;

import dev.weft.graph.types.Extent;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.bundle.LoadedModels;
import dev.weft.models.text.Conditioning;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.prompt.DrawnPrompt;
import dev.weft.nodes.core.prompt.PromptException;
import dev.weft.nodes.core.sampling.ControlledConditioning;
import dev.weft.nodes.core.sampling.ModelRun;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `core:text_encode`: prompts to what steers a sampler.
final class TextEncode implements NodeType {
    private static final Logger LOG = LoggerFactory.getLogger(TextEncode.class);
    private static final String WILDCARD_SEED = "wildcard_seed";
    private static final String WILDCARDS = "wildcards";
    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:text_encode",
                    1,
                    "Text Encode",
                    "conditioning",
                    "Turns a prompt, or one prompt a picture, into what steers a sampler.")
            .with(InputPort.required("clip", PortKind.CLIP, "The text encoder of a model."))
            .with(new OutputPort("conditioning", PortKind.CONDITIONING, "The encoded prompts, one row each."))
            .with(new Parameter.Text(
                    "text",
                    "",
                    true,
                    "What the picture shows; (word:1.2) weighs a word, BREAK begins a new chunk of tokens, {a|b} is one"
                            + " of both and __name__ a line of the file name.txt."))
            .with(new Parameter.Flag(
                    "one_per_line",
                    false,
                    "Whether each line that is not blank is the prompt of one picture of the batch."))
            .with(new Parameter.Seed(
                    WILDCARD_SEED,
                    0,
                    "Which of the choices in braces and of the lines of wildcards are taken; the same seed, the same"
                            + " ones."))
            .with(new Parameter.Text(
                    WILDCARDS,
                    "wildcards",
                    false,
                    "The folder with the files of wildcards; relative names begin at the input folder."))
            .with(query -> Typing.of(Map.of(
                    "conditioning", Extent.ofBatch(written(query.parameters()).size()))));

    private final Path input;

    TextEncode(Folders folders) {
        this.input = folders.input();
    }

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
        LoadedModels models = inputs.value("clip", LoadedModels.class);
        List<String> prompts = drawn(inputs.parameters());
        Conditioning conditioning = ModelRun.in(context, stop -> encode(models, prompts, stop));
        ControlledConditioning output = ControlledConditioning.of(conditioning, prompts);
        return NodeOutputs.of("conditioning", output, output.byteSize());
    }

    /// Files of wildcards may change between runs, and with them what is drawn.
    @Override
    public String changeMarker(ParameterValues parameters) {
        try {
            List<String> written = written(parameters);
            List<String> prompts = prompts(written, parameters);
            return prompts.equals(written) ? "" : String.join("\n", prompts);
        } catch (PromptException e) {
            // The node will say so when it runs.
            return "";
        }
    }

    private List<String> drawn(ParameterValues parameters) throws NodeException {
        try {
            List<String> written = written(parameters);
            List<String> prompts = prompts(written, parameters);
            for (int i = 0; i < prompts.size(); i++) {
                if (!prompts.get(i).equals(written.get(i))) {
                    LOG.info("Prompt {} of {} was drawn: {}", i + 1, prompts.size(), prompts.get(i));
                }
            }
            return prompts;
        } catch (PromptException e) {
            throw NodeException.of("text", e);
        }
    }

    private List<String> prompts(List<String> written, ParameterValues parameters) throws PromptException {
        try {
            Path folder = input.resolve(parameters.text(WILDCARDS));
            return DrawnPrompt.all(written, folder, parameters.whole(WILDCARD_SEED));
        } catch (InvalidPathException e) {
            throw new PromptException(
                    "'" + parameters.text(WILDCARDS) + "' is not a folder's name here; correct 'wildcards'.", e);
        }
    }

    private static Conditioning encode(LoadedModels models, List<String> prompts, StopSignal stop)
            throws NodeException {
        try {
            return models.textEncoder().use(stop, encoder -> encoder.encode(prompts, stop));
        } catch (IllegalArgumentException e) {
            // Prompts say so, in a sentence, when their lengths do not go together.
            throw NodeException.of("text", e);
        }
    }

    private static List<String> written(ParameterValues parameters) {
        String text = parameters.text("text");
        if (!parameters.flag("one_per_line")) {
            return List.of(text);
        }
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.isEmpty() ? List.of("") : lines;
    }
}
