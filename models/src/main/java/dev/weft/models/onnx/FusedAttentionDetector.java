package dev.weft.models.onnx;

import java.util.Optional;

/// Reads attention that an optimiser has already made one `com.microsoft.MultiHeadAttention`.
///
/// Understood is the form with separate queries, keys and values of rank 3 and nothing else; packed weights,
/// masks and caches are not.
final class FusedAttentionDetector {
    private static final int OPERANDS = 3;

    private final OnnxGraph graph;
    private final PartialEvaluator evaluator;
    private final ValueTypes types;

    FusedAttentionDetector(OnnxGraph graph, PartialEvaluator evaluator, ValueTypes types) {
        this.graph = graph;
        this.evaluator = evaluator;
        this.types = types;
    }

    Optional<AttentionPattern> attention(OnnxNode node) {
        for (int index = 0; index < node.inputs().size(); index++) {
            if (node.input(index).isEmpty() == index < OPERANDS) {
                return Optional.empty();
            }
        }
        Optional<Projection> query = Projection.behind(node.input(0), graph, evaluator);
        Optional<Projection> key = Projection.behind(node.input(1), graph, evaluator);
        Optional<Projection> value = Projection.behind(node.input(2), graph, evaluator);
        long heads = node.integer("num_heads", 0);
        long channels = evaluator.lastDimension(node.input(0));
        Optional<OnnxType> type = types.of(node.input(0));
        boolean known = query.isPresent() && key.isPresent() && value.isPresent() && type.isPresent();
        boolean causal = node.integer("unidirectional", 0) != 0;
        if (!known || causal || node.outputs().size() != 1 || heads <= 0 || channels <= 0 || channels % heads != 0) {
            return Optional.empty();
        }
        int headSize = (int) (channels / heads);
        float scale = node.number("scale", 0);
        String tokens = query.get().tokens();
        return Optional.of(new AttentionPattern(
                node,
                node.input(0),
                node.input(1),
                node.input(2),
                (int) heads,
                headSize,
                scale == 0 ? 1 / Math.sqrt(headSize) : scale,
                node.output(),
                tokens.equals(key.get().tokens()) && tokens.equals(value.get().tokens()),
                type.get(),
                type.get(),
                type.get(),
                true));
    }
}
