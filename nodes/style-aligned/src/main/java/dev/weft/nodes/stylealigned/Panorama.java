package dev.weft.nodes.stylealigned;

import dev.weft.graph.types.Extent;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule;
import dev.weft.graph.types.TypeRule.Mismatch;
import dev.weft.graph.types.TypeRule.Query;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.models.bundle.LoadedModels;
import dev.weft.models.unet.Reference;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.sampling.ModelRun;
import dev.weft.nodes.core.sampling.SamplerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// `stylealigned:panorama`: a picture of any width in the style of one reference.
///
/// Overlapping views are drawn together (MultiDiffusion, arXiv 2302.08113), and each takes its style from the
/// same reference: a square picture with a prompt of its own, or a style that is linked.
final class Panorama implements NodeType {
    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "stylealigned:panorama",
                    1,
                    "Panorama",
                    "sampling",
                    "Draws a picture of any width through overlapping views that all take the style of one reference.")
            .with(InputPort.required("model", PortKind.MODEL, "The network that draws."))
            .with(
                    InputPort.required(
                            "positive",
                            PortKind.CONDITIONING,
                            "What to draw: one prompt, or two, the reference's and then the panorama's; ControlNets steer the panorama."))
            .with(InputPort.required(
                    "negative",
                    PortKind.CONDITIONING,
                    "What to stay away from: one prompt, or two, the reference's and then the panorama's."))
            .with(InputPort.optional(
                    "style", PortKind.STYLE, "The reference, in place of one that is drawn along with the panorama."))
            .with(new OutputPort("latent", PortKind.LATENT, "The panorama, to be decoded."))
            .with(new OutputPort("reference", PortKind.LATENT, "The reference, to be decoded."))
            .with(PanoramaSettings.parameters())
            .with(SamplerSettings.fromNoise())
            .with(SharingSettings.parameters())
            .with((TypeRule) Panorama::infer);

    private static Typing infer(Query query) {
        PanoramaSettings settings = PanoramaSettings.of(query.parameters());
        List<Mismatch> mismatches = new ArrayList<>();
        int most = query.inputs().containsKey("style") ? 1 : 2;
        for (String port : List.of("positive", "negative")) {
            OptionalInt prompts = query.extent(port).batch();
            if (prompts.isPresent() && prompts.getAsInt() > most) {
                mismatches.add(new Mismatch(
                        port,
                        "there are " + prompts.getAsInt() + " prompts",
                        most == 1
                                ? "give one, the panorama's, as the style brings that of the reference"
                                : "give one, or two, the reference's and then the panorama's"));
            }
        }
        SamplerSettings.of(query.parameters()).mismatch().ifPresent(mismatches::add);
        mismatches.addAll(SharingSettings.mismatches(query.parameters()));
        return new Typing(
                Map.of("latent", Extent.of(1, settings.width(), settings.height()), "reference", Extent.ofBatch(1)),
                mismatches);
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
        LoadedModels models = inputs.value("model", LoadedModels.class);
        try {
            PanoramaPlan plan = PanoramaPlan.of(inputs, models.bundle());
            SamplerSettings sampler = SamplerSettings.of(inputs.parameters());
            PanoramaRun run = new PanoramaRun(
                    models, plan, sampler, SharingSettings.schedule(inputs.parameters(), List.of(Reference.of(0))));
            return ModelRun.in(context, stop -> run.run(context, stop));
        } catch (IllegalArgumentException e) {
            // Views, samplers and guidance say so, in a sentence, when what they are given does not fit.
            throw NodeException.of(e);
        }
    }
}
