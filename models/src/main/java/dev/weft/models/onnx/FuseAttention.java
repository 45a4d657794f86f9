package dev.weft.models.onnx;

import java.util.Set;

/// Replaces attention in plain operators by ONNX Runtime's fused one, which computes the same without storing all
/// logits. ONNX Runtime does not do so by itself.
final class FuseAttention {
    private final GraphWriter writer;

    FuseAttention(GraphWriter writer) {
        this.writer = writer;
    }

    /// Fuses an attention that stays what it was.
    void apply(AttentionPattern attention) {
        if (!attention.fused()) {
            replace(attention, joined(attention, operands(attention)));
        }
    }

    /// Queries `[B, S, heads * size]`, keys and values `[B, S', …]` in the type that logits are computed in.
    record Operands(String query, String key, String value) {}

    /// The operands of an attention as the graph has them.
    Operands operands(AttentionPattern attention) {
        return new Operands(
                writer.cast(attention.query(), attention.type(), attention.computeType()),
                writer.cast(attention.key(), attention.type(), attention.computeType()),
                writer.cast(attention.value(), attention.type(), attention.computeType()));
    }

    /// The fused attention over operands of that attention, in the type that its output has.
    String joined(AttentionPattern attention, Operands operands) {
        String result = writer.multiHeadAttention(
                operands.query(), operands.key(), operands.value(), attention.heads(), attention.scale());
        return writer.cast(result, attention.computeType(), attention.outputType());
    }

    /// Lets the rest of the graph use another result.
    void replace(AttentionPattern attention, String result) {
        writer.graph().replaceUses(attention.output(), result, Set.of());
    }
}
