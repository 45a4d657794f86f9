package dev.weft.models.onnx;

/// StyleAligned's shared attention: each row of the batch also attends to the keys and values of its reference
/// row, after its queries and keys took over that row's statistics.
///
/// All is done on the projections `[B, S, C]`, before heads are split, so that channels of all heads are treated
/// at once. Source: section 4 of arXiv 2312.02133 and its published code.
final class SharedAttention {
    private static final int TOKENS = 1;
    private static final int HEAD_CHANNELS = 3;

    private final GraphWriter writer;
    private final UNetStructure structure;
    private final SharingInputs inputs;
    private final StyleStatistics statistics;
    private final FuseAttention fusion;

    SharedAttention(GraphWriter writer, UNetStructure structure, SharingInputs inputs) {
        this.writer = writer;
        this.structure = structure;
        this.inputs = inputs;
        this.statistics = new StyleStatistics(writer);
        this.fusion = new FuseAttention(writer);
    }

    /// @param layer number of the self-attention layer, in the order down, up, mid
    void apply(AttentionPattern attention, int layer) {
        String references = inputs.referencesOfLayer(layer);
        String query = structure.adainQueries() ? adain(attention.query(), attention, references) : null;
        String key = structure.adainKeys() ? adain(attention.key(), attention, references) : null;
        String value = structure.adainValues() ? adain(attention.value(), attention, references) : null;
        FuseAttention.Operands plain = fusion.operands(attention);
        FuseAttention.Operands aligned = new FuseAttention.Operands(
                query == null ? plain.query() : query,
                key == null ? plain.key() : key,
                value == null ? plain.value() : value);
        FuseAttention.Operands shared =
                structure.shareAttention() ? withReference(attention, aligned, references) : aligned;
        fusion.replace(attention, fusion.joined(attention, shared));
    }

    /// Statistics are computed in float whatever the model's type is: half precision holds neither the epsilon
    /// nor sums over thousands of tokens.
    private String adain(String projection, AttentionPattern attention, String references) {
        String precise = writer.cast(projection, attention.type(), OnnxType.FLOAT);
        return writer.cast(statistics.adain(precise, references), OnnxType.FLOAT, attention.computeType());
    }

    private FuseAttention.Operands withReference(
            AttentionPattern attention, FuseAttention.Operands own, String references) {
        String query = own.query();
        String key = own.key();
        String referenceKey = writer.gather(key, references);
        if (structure.scale()) {
            referenceKey = writer.multiply(referenceKey, inputs.referenceScale(references, attention.computeType()));
        }
        if (structure.shift()) {
            query = withChannel(query, attention, unit(attention, 1));
            key = withChannel(key, attention, unit(attention, 0));
            referenceKey = withChannel(referenceKey, attention, shiftChannel(attention));
        }
        return new FuseAttention.Operands(
                query,
                writer.concat(TOKENS, key, referenceKey),
                writer.concat(TOKENS, own.value(), writer.gather(own.value(), references)));
    }

    /// Adds one channel to each head. The logit of a query and a key grows by the product of their new channels:
    /// 1 times shift / scale for reference keys, 1 times 0 for own keys. A table of addends would need all pairs
    /// of tokens.
    private String withChannel(String values, AttentionPattern attention, String channel) {
        String heads = writer.reshape(values, writer.integers(0, 0, attention.heads(), attention.headSize()));
        String shape = writer.concat(
                0,
                writer.gather(writer.shape(values), writer.integers(0, TOKENS)),
                writer.integers(attention.heads(), 1));
        String padded = writer.concat(HEAD_CHANNELS, heads, writer.expand(channel, shape));
        return writer.reshape(padded, writer.integers(0, 0, (long) attention.heads() * (attention.headSize() + 1)));
    }

    private String unit(AttentionPattern attention, float number) {
        return writer.cast(writer.number(number), OnnxType.FLOAT, attention.computeType());
    }

    private String shiftChannel(AttentionPattern attention) {
        String factor =
                writer.cast(writer.number((float) (1 / attention.scale())), OnnxType.FLOAT, attention.computeType());
        String shift = writer.multiply(inputs.referenceShift(attention.computeType()), factor);
        return writer.reshape(shift, writer.integers(-1, 1, 1, 1));
    }
}
