package dev.weft.models.onnx;

/// The authors' `full_attention_share`: all rows of a group attend to each other as one long sequence, without
/// reference and without AdaIN.
final class FullAttention {
    private final GraphWriter writer;
    private final SharingInputs inputs;
    private final FuseAttention fusion;

    FullAttention(GraphWriter writer, SharingInputs inputs) {
        this.writer = writer;
        this.inputs = inputs;
        this.fusion = new FuseAttention(writer);
    }

    /// @param layer number of the self-attention layer, in the order down, up, mid
    void apply(AttentionPattern attention, int layer) {
        FuseAttention.Operands rows = fusion.operands(attention);
        String groups = inputs.groupsOfLayer(layer);
        // Rows of a group are neighbours, so joining them is a matter of shape only.
        String shape = writer.concat(0, groups, writer.integers(-1, attention.channels()));
        FuseAttention.Operands sequences = new FuseAttention.Operands(
                writer.reshape(rows.query(), shape),
                writer.reshape(rows.key(), shape),
                writer.reshape(rows.value(), shape));
        String result = fusion.joined(attention, sequences);
        fusion.replace(attention, writer.reshape(result, writer.shape(attention.query())));
    }
}
