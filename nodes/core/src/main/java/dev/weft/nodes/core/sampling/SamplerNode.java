package dev.weft.nodes.core.sampling;

import dev.weft.graph.types.Extent;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule;
import dev.weft.graph.types.TypeRule.Mismatch;
import dev.weft.graph.types.TypeRule.Query;
import dev.weft.graph.types.TypeRule.Typing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// What a sampler node looks like from outside and what can be said of it before it runs.
public final class SamplerNode {
    private SamplerNode() {}

    /// The ports and parameters of every sampler node; a node adds its own.
    ///
    /// @param id see [dev.weft.graph.NodeTypeId#parse(String)]
    public static NodeSignature signature(String id, int version, String title, String description) {
        return NodeSignature.of(id, version, title, "sampling", description)
                .with(InputPort.required("model", PortKind.MODEL, "The network that draws."))
                .with(InputPort.required(
                        "positive",
                        PortKind.CONDITIONING,
                        "What to draw: one prompt for all pictures, or one for each."))
                .with(InputPort.required(
                        "negative",
                        PortKind.CONDITIONING,
                        "What to stay away from: one prompt for all pictures, or one for each."))
                .with(InputPort.required(
                        "latent",
                        PortKind.LATENT,
                        "How many pictures of which size; what they start from where denoise is below 1."))
                .with(InputPort.optional(
                        "mask",
                        PortKind.MASK,
                        "What to draw anew, white; what is black stays as the latent has it. One for all pictures, or one"
                                + " for each."))
                .with(new OutputPort("latent", PortKind.LATENT, "The pictures, to be decoded."))
                .with(SamplerSettings.parameters())
                .with((TypeRule) SamplerNode::infer);
    }

    /// Checks numbers of prompts against numbers of pictures, and the sampler against the schedule.
    public static Typing infer(Query query) {
        Extent latent = query.extent("latent");
        List<Mismatch> mismatches = new ArrayList<>();
        for (String port : List.of("positive", "negative")) {
            OptionalInt prompts = query.extent(port).batch();
            if (prompts.isPresent()
                    && latent.batch().isPresent()
                    && prompts.getAsInt() != 1
                    && prompts.getAsInt() != latent.batch().getAsInt()) {
                mismatches.add(mismatch(port, prompts.getAsInt(), latent.batch().getAsInt()));
            }
        }
        OptionalInt masks = query.extent("mask").batch();
        if (masks.isPresent()
                && latent.batch().isPresent()
                && LatentMask.misfit(masks.getAsInt(), latent.batch().getAsInt())) {
            mismatches.add(new Mismatch(
                    "mask",
                    "there are " + masks.getAsInt() + " masks for "
                            + pictures(latent.batch().getAsInt()),
                    "give one mask for all pictures, or one for each"));
        }
        SamplerSettings.of(query.parameters()).mismatch().ifPresent(mismatches::add);
        return new Typing(Map.of("latent", latent), mismatches);
    }

    private static Mismatch mismatch(String port, int prompts, int pictures) {
        return new Mismatch(
                port,
                "there are " + prompts + " prompts for " + pictures(pictures),
                "make the latent's batch_size " + prompts + ", or give one prompt, or "
                        + (pictures == 1 ? "only one" : pictures));
    }

    private static String pictures(int count) {
        return count + (count == 1 ? " picture" : " pictures");
    }
}
