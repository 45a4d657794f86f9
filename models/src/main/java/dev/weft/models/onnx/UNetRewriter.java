package dev.weft.models.onnx;

import dev.weft.models.onnx.proto.OnnxProto.ModelProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Puts StyleAligned into the graph of a stock U-Net.
public final class UNetRewriter {
    /// Changes whenever the same model and structure would be rewritten otherwise, so that no cached result of an
    /// older program is used.
    static final int VERSION = 4;

    /// Range and comparisons of integers exist since this operator set.
    private static final long OLDEST_OPSET = 11;

    private UNetRewriter() {}

    /// Rewrites a U-Net in memory; the model stays as it is. External weights stay where they are.
    ///
    /// A plain structure fuses what attention is understood. Any other needs every self-attention to be
    /// understood, since a layer left out would quietly weaken the style.
    ///
    /// @throws InvalidModelException if the structure cannot be put into this model
    public static RewrittenModel rewrite(OnnxModel model, UNetStructure structure) throws InvalidModelException {
        OnnxGraph graph = new OnnxGraph(model.proto());
        if (graph.opset() < OLDEST_OPSET) {
            throw new InvalidModelException("The U-Net " + model.file() + " uses version " + graph.opset()
                    + " of the ONNX operators, which is too old to be rewritten; export it with opset 14 or newer.");
        }
        PartialEvaluator evaluator = new PartialEvaluator(graph);
        ValueTypes types = new ValueTypes(graph);
        List<AttentionDetector.Finding> findings = new AttentionDetector(graph, evaluator, types).find();
        List<AttentionPattern> self = selfAttentions(graph, findings);
        List<GroupNormPattern> norms =
                structure.shareGroupNorm() ? new GroupNormDetector(graph, evaluator).find() : List.of();
        if (!structure.isPlain()) {
            refuseUnknownLayers(model, structure, findings, self, norms);
        }
        List<TensorInfo> own = FractionalTimestep.apply(graph, model.inputs());
        List<TensorInfo> added = SharingInputs.of(structure, self.size(), model.inputs());
        Optional<ControlInputs> control = control(model, structure, graph);
        GraphWriter writer = new GraphWriter(graph);
        fuse(writer, structure, findings);
        if (!structure.isPlain()) {
            share(writer, types, structure, self, norms, added);
        }
        control.ifPresent(residuals -> residuals.apply(writer));
        ModelProto rewritten = graph.toModel();
        return new RewrittenModel(
                rewritten.toByteArray(),
                model.externalFolder(),
                structure,
                self.size(),
                inputs(own, added, control),
                model.outputs());
    }

    /// All inputs of a rewritten model that was kept.
    ///
    /// @param own the exported model's inputs, as the rewritten model declares them
    static List<TensorInfo> inputs(OnnxModel model, UNetStructure structure, int layers, List<TensorInfo> own)
            throws InvalidModelException {
        List<TensorInfo> added = SharingInputs.of(structure, layers, model.inputs());
        return inputs(own, added, control(model, structure, new OnnxGraph(model.proto())));
    }

    private static List<TensorInfo> inputs(
            List<TensorInfo> own, List<TensorInfo> added, Optional<ControlInputs> control) {
        List<TensorInfo> all = new ArrayList<>(own);
        all.addAll(added);
        control.ifPresent(residuals -> all.addAll(residuals.inputs()));
        return all;
    }

    private static Optional<ControlInputs> control(OnnxModel model, UNetStructure structure, OnnxGraph graph)
            throws InvalidModelException {
        if (!structure.controlled()) {
            return Optional.empty();
        }
        Optional<ControlInputs> control = ControlInputs.in(graph);
        if (control.isEmpty()) {
            throw new InvalidModelException("The U-Net " + model.file()
                    + " has no skip connections that Weft understands, so that no ControlNet can steer it; export it"
                    + " with inputs for residuals, or sample without control.");
        }
        return control;
    }

    private static List<AttentionPattern> selfAttentions(OnnxGraph graph, List<AttentionDetector.Finding> findings) {
        List<AttentionPattern> self =
                found(findings).filter(AttentionPattern::self).toList();
        return UNetLayout.of(graph).inRegistrationOrder(self);
    }

    private static Stream<AttentionPattern> found(List<AttentionDetector.Finding> findings) {
        return findings.stream()
                .filter(AttentionDetector.Finding.Found.class::isInstance)
                .map(AttentionDetector.Finding.Found.class::cast)
                .map(AttentionDetector.Finding.Found::attention);
    }

    private static void refuseUnknownLayers(
            OnnxModel model,
            UNetStructure structure,
            List<AttentionDetector.Finding> findings,
            List<AttentionPattern> self,
            List<GroupNormPattern> norms)
            throws InvalidModelException {
        for (AttentionDetector.Finding finding : findings) {
            if (finding instanceof AttentionDetector.Finding.NotUnderstood(OnnxNode node)) {
                throw new InvalidModelException("The U-Net " + model.file()
                        + " has an attention that Weft does not understand, at the node " + node
                        + "; export the model without attention fusion, or sample without sharing.");
            }
        }
        if (self.isEmpty()) {
            throw new InvalidModelException("The U-Net " + model.file()
                    + " has no self-attention that could be shared; use another model, or sample without sharing.");
        }
        if (structure.shareGroupNorm() && norms.isEmpty()) {
            throw new InvalidModelException("The U-Net " + model.file()
                    + " has no group norm that Weft understands; switch share_group_norm off.");
        }
    }

    private static void fuse(GraphWriter writer, UNetStructure structure, List<AttentionDetector.Finding> findings) {
        FuseAttention fusion = new FuseAttention(writer);
        found(findings)
                .filter(attention -> !(attention.self() && structure.altersSelfAttention()))
                .forEach(fusion::apply);
    }

    private static void share(
            GraphWriter writer,
            ValueTypes types,
            UNetStructure structure,
            List<AttentionPattern> self,
            List<GroupNormPattern> norms,
            List<TensorInfo> added) {
        SharingInputs inputs = new SharingInputs(writer, added, self.size(), structure.references());
        if (structure.fullAttention()) {
            FullAttention full = new FullAttention(writer, inputs);
            for (int layer = 0; layer < self.size(); layer++) {
                full.apply(self.get(layer), layer);
            }
        } else if (structure.altersSelfAttention()) {
            SharedAttention shared = new SharedAttention(writer, structure, inputs);
            for (int layer = 0; layer < self.size(); layer++) {
                shared.apply(self.get(layer), layer);
            }
        }
        if (structure.shareGroupNorm()) {
            SharedNorm shared = new SharedNorm(writer, types, inputs.ofNorms(structure));
            norms.forEach(shared::apply);
        }
    }
}
