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
import dev.weft.models.unet.AlignmentSchedule;
import dev.weft.models.unet.Reference;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.sampling.SamplerNode;
import dev.weft.nodes.core.sampling.SamplerRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `stylealigned:shared_attention_sampler`: a set of pictures in one style.
///
/// At each step every picture's self-attention also attends to the reference picture, with queries and keys
/// normalised to the reference's statistics. Parameters carry the names and meanings of the authors' code.
final class SharedAttentionSampler implements NodeType {
    private static final int MOST_PICTURES = 4096;

    private static final NodeSignature SIGNATURE = SamplerNode.signature(
                    "stylealigned:shared_attention_sampler",
                    1,
                    "Shared Attention Sampler",
                    "Draws a batch of pictures that all take the style of one of them, the reference.")
            .with(InputPort.optional(
                    "style",
                    PortKind.STYLE,
                    "References to take the style from, such as an inverted picture or one of an earlier run."))
            .with(new OutputPort(
                    "style",
                    PortKind.STYLE,
                    "The references that the style was taken from, to be saved or used again."))
            .with(new Parameter.Whole(
                    "reference_index", 0, 0, MOST_PICTURES - 1, "Which picture is the reference, counted from 0."))
            .with(new Parameter.Text(
                    "references",
                    "",
                    false,
                    "Several references with their weights, such as 0, 2:0.5; blank for reference_index alone."))
            .with(new Parameter.Flag(
                    "include_reference",
                    true,
                    "Whether the linked style's first reference is drawn as the picture of reference_index; otherwise"
                            + " all pictures are new."))
            .with(SharingSettings.parameters())
            .with((TypeRule) SharedAttentionSampler::infer);

    private static Typing infer(Query query) {
        Typing typing = SamplerNode.infer(query);
        List<Mismatch> mismatches = new ArrayList<>(typing.mismatches());
        ParameterValues values = query.parameters();
        boolean styled = query.inputs().containsKey("style");
        referenceMismatch(values, styled, query.extent("latent").batch()).ifPresent(mismatches::add);
        mismatches.addAll(SharingSettings.mismatches(values));
        return new Typing(typing.outputs(), mismatches);
    }

    private static Optional<Mismatch> referenceMismatch(ParameterValues values, boolean styled, OptionalInt batch) {
        if (styled && !values.text("references").isBlank()) {
            return Optional.of(new Mismatch(
                    "references",
                    "a style is linked, which brings references of its own",
                    "leave it empty, or remove the link"));
        }
        if (styled && !values.flag("include_reference")) {
            return Optional.empty();
        }
        String parameter = values.text("references").isBlank() ? "reference_index" : "references";
        List<Reference> references;
        try {
            references = references(values);
        } catch (IllegalArgumentException e) {
            return Optional.of(SharingSettings.refused(parameter, e));
        }
        if (references.size() > 1 && values.flag("full_attention_share")) {
            return Optional.of(new Mismatch(
                    parameter,
                    "with full_attention_share all pictures attend to each other alike, so that there are no several"
                            + " references",
                    "leave it empty, or switch full_attention_share off"));
        }
        int last = references.stream().mapToInt(Reference::row).max().orElse(0);
        return batch.isPresent() && last >= batch.getAsInt()
                ? Optional.of(new Mismatch(
                        parameter,
                        "it names the picture " + last + ", but the batch has the pictures 0 to "
                                + (batch.getAsInt() - 1),
                        "choose one of these"))
                : Optional.empty();
    }

    /// The rows of the batch that are references.
    ///
    /// @throws IllegalArgumentException with a sentence for the user if the text is not understood
    private static List<Reference> references(ParameterValues values) {
        String several = values.text("references");
        return several.isBlank() ? List.of(Reference.of(values.integer("reference_index"))) : Reference.parse(several);
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
        ParameterValues values = inputs.parameters();
        AlignmentSchedule schedule = SharingSettings.schedule(values, references(values));
        OptionalInt includedRow = values.flag("include_reference")
                ? OptionalInt.of(values.integer("reference_index"))
                : OptionalInt.empty();
        return SamplerRun.aligned(inputs, context, schedule, inputs.optional("style", Style.class), includedRow);
    }
}
