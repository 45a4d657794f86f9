package dev.weft.nodes.stylealigned.score;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule;
import dev.weft.graph.types.TypeRule.Mismatch;
import dev.weft.graph.types.TypeRule.Query;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.metrics.JudgeLibrary;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.sampling.ControlledConditioning;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// `stylealigned:style_score`: how alike in style the pictures of a batch are, and how well they fit their prompts.
///
/// Measured as in the StyleAligned paper (arXiv 2312.02133, section 5.1): set consistency is the mean cosine of DINO
/// embeddings over all pairs, text alignment the mean cosine of CLIP embeddings of picture and prompt.
public final class StyleScore implements NodeType {
    private static final NodeSignature SIGNATURE = Scoring.complete(NodeSignature.of(
                            "stylealigned:style_score",
                            1,
                            "Style Score",
                            "scores",
                            "Scores a batch: how alike in style its pictures are, and how well they fit their prompts.")
                    .with(InputPort.required("image", PortKind.IMAGE, "The set, at least two pictures."))
                    .with(InputPort.optional(
                            "conditioning",
                            PortKind.CONDITIONING,
                            "The prompts that the pictures were drawn from, to compare them with.")))
            .with((TypeRule) StyleScore::infer);

    private final Scoring scoring;

    /// @param library the models that judge
    public StyleScore(JudgeLibrary library) {
        this.scoring = new Scoring(library);
    }

    private static Typing infer(Query query) {
        List<Mismatch> mismatches = new ArrayList<>();
        OptionalInt pictures = query.extent("image").batch();
        OptionalInt rows = query.extent("conditioning").batch();
        int lines = Scoring.prompts(query.parameters()).size();
        if (pictures.isPresent() && pictures.getAsInt() < 2) {
            mismatches.add(new Mismatch("image", "a set has at least two pictures", "link a batch of more"));
        } else if (pictures.isPresent() && lines > 1 && lines != pictures.getAsInt()) {
            mismatches.add(mismatch("prompts", lines, pictures.getAsInt()));
        } else if (pictures.isPresent() && lines == 0 && rows.orElse(1) > 1 && rows.getAsInt() != pictures.getAsInt()) {
            mismatches.add(mismatch("conditioning", rows.getAsInt(), pictures.getAsInt()));
        }
        return new Typing(Scoring.extents(), mismatches);
    }

    private static Mismatch mismatch(String port, int prompts, int pictures) {
        return new Mismatch(
                port,
                "there are " + prompts + " prompts for " + pictures + " pictures",
                "give one for each, or one for all");
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
        ImageBatch images = inputs.value("image", ImageBatch.class);
        List<String> prompts = Scoring.prompts(inputs.parameters());
        if (prompts.isEmpty()) {
            prompts = inputs.optional("conditioning", ControlledConditioning.class)
                    .map(ControlledConditioning::prompts)
                    .orElse(List.of());
        }
        return scoring.score(new BatchSet(images), prompts, List.of(), inputs, context);
    }
}
