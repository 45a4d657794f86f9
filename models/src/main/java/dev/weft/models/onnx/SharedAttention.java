package dev.weft.models.onnx;

import java.util.ArrayList;
import java.util.List;

/// StyleAligned's shared attention: each row of the batch also attends to the keys and values of its reference
/// rows, after its queries and keys took over those rows' statistics.
///
/// All is done on the projections `[B, S, C]`, before heads are split, so that channels of all heads are
/// treated at once. Source: section 4 of arXiv 2312.02133 and its published code.
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
        References references = inputs.ofLayer(layer, structure);
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
    private String adain(String projection, AttentionPattern attention, References references) {
        String precise = writer.cast(projection, attention.type(), OnnxType.FLOAT);
        return writer.cast(statistics.adain(precise, references), OnnxType.FLOAT, attention.computeType());
    }

    private FuseAttention.Operands withReference(
            AttentionPattern attention, FuseAttention.Operands own, References references) {
        String query = own.query();
        String key = own.key();
        if (structure.shift()) {
            query = withChannel(query, attention, unit(attention, 1));
            key = withChannel(key, attention, unit(attention, 0));
        }
        List<String> keys = new ArrayList<>(List.of(key));
        List<String> values = new ArrayList<>(List.of(own.value()));
        for (int which = 0; which < references.rows().size(); which++) {
            String rows = references.rows().get(which);
            String referenceKey = writer.gather(own.key(), rows);
            if (structure.scale()) {
                referenceKey = writer.multiply(referenceKey, inputs.referenceScale(rows, attention.computeType()));
            }
            if (structure.shift()) {
                referenceKey = withChannel(referenceKey, attention, shiftChannel(attention, which));
            }
            keys.add(referenceKey);
            values.add(writer.gather(own.value(), rows));
        }
        return new FuseAttention.Operands(query, writer.concat(TOKENS, keys), writer.concat(TOKENS, values));
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

    private String shiftChannel(AttentionPattern attention, int which) {
        String factor =
                writer.cast(writer.number((float) (1 / attention.scale())), OnnxType.FLOAT, attention.computeType());
        String shift = writer.multiply(inputs.referenceShift(which, attention.computeType()), factor);
        return writer.reshape(shift, writer.integers(-1, 1, 1, 1));
    }
}
