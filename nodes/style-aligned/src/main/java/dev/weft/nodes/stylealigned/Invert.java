package dev.weft.nodes.stylealigned;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule;
import dev.weft.graph.types.TypeRule.Mismatch;
import dev.weft.graph.types.TypeRule.Query;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.models.style.Style;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.sampling.ModelRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// `stylealigned:invert`: the way through the noise that would draw given pictures, so that others can take
/// their style.
///
/// As in the authors' code, DDIM goes backwards from the mean of what the autoencoder gives, under a low
/// guidance.
final class Invert implements NodeType {
    private static final int MOST_STEPS = 1000;
    private static final double MOST_GUIDANCE = 100;

    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "stylealigned:invert",
                    1,
                    "Invert",
                    "style",
                    "Finds the noise that would draw a picture, so that other pictures can take its style.")
            .with(InputPort.required("model", PortKind.MODEL, "The network that is to draw in this style."))
            .with(InputPort.required("vae", PortKind.VAE, "The autoencoder of the same model."))
            .with(InputPort.required(
                    "image", PortKind.IMAGE, "The picture to take the style from; several make several references."))
            .with(InputPort.required(
                    "conditioning",
                    PortKind.CONDITIONING,
                    "What the picture shows: one prompt for all pictures, or one for each."))
            .with(InputPort.optional(
                    "negative",
                    PortKind.CONDITIONING,
                    "What to stay away from meanwhile; the empty prompt if not linked."))
            .with(new OutputPort("style", PortKind.STYLE, "The picture's style, for the shared attention sampler."))
            .with(new Parameter.Whole(
                    "steps",
                    20,
                    1,
                    MOST_STEPS,
                    "How many steps; the sampler that uses the style needs the same number."))
            .with(new Parameter.Decimal(
                    "inversion_cfg",
                    2,
                    0,
                    MOST_GUIDANCE,
                    "Guidance of the inversion; higher follows the prompt more and the picture less truly."))
            .with(new Parameter.Whole(
                    "offset",
                    5,
                    0,
                    MOST_STEPS - 1,
                    "Which step's noise the sampler is given to begin with in place of earlier ones, which are unlike"
                            + " noise."))
            .with(new Parameter.Text(
                    "credits", "", true, "Whose picture it is and under which licence, to be kept in style files."))
            .with((TypeRule) Invert::infer);

    private static Typing infer(Query query) {
        List<Mismatch> mismatches = new ArrayList<>();
        OptionalInt pictures = query.extent("image").batch();
        for (String port : List.of("conditioning", "negative")) {
            OptionalInt prompts = query.extent(port).batch();
            if (pictures.isPresent()
                    && prompts.isPresent()
                    && prompts.getAsInt() != 1
                    && prompts.getAsInt() != pictures.getAsInt()) {
                mismatches.add(new Mismatch(
                        port,
                        "there are " + prompts.getAsInt() + " prompts for " + pictures.getAsInt()
                                + (pictures.getAsInt() == 1 ? " picture" : " pictures"),
                        "give one prompt for all pictures, or one for each"));
            }
        }
        ParameterValues values = query.parameters();
        if (values.integer("offset") >= values.integer("steps")) {
            mismatches.add(new Mismatch(
                    "offset",
                    "it is " + values.integer("offset") + ", but there are only " + values.integer("steps") + " steps",
                    "make it smaller than steps"));
        }
        return new Typing(Map.of(), mismatches);
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
        InversionInputs given = InversionInputs.of(inputs);
        Style style = ModelRun.in(context, stop -> new Inversion(given, context, stop).run());
        return NodeOutputs.of("style", style, style.byteSize());
    }
}
