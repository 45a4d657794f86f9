package dev.weft.models.onnx;

import java.util.Objects;
import java.util.Set;

/// StyleAligned's shared group norm: a row is normalised as if it and its reference row were one picture.
///
/// Both have equally many pixels, so the statistics of the pair follow exactly from those of each, and no
/// doubled tensor is needed: mean = (m₁ + m₂) / 2, variance = (v₁ + v₂) / 2 + ((m₁ - m₂) / 2)². Where
/// references have shares, the pool is half of each share of a reference, and of the row what is missing to 1.
final class SharedNorm {
    private static final int ELEMENTS = 2;

    private final GraphWriter writer;
    private final ValueTypes types;
    private final References references;

    SharedNorm(GraphWriter writer, ValueTypes types, References references) {
        this.writer = writer;
        this.types = types;
        this.references = references;
    }

    /// @param distance of a row's own mean from the mean of the pool
    /// @param variance of the pool
    private record Pool(String distance, String variance) {}

    void apply(GroupNormPattern norm) {
        OnnxType type = types.of(norm.input()).orElse(OnnxType.FLOAT);
        OnnxType outputType = types.of(norm.output()).orElse(type);
        // Half precision holds neither the sums nor the epsilon, so all is computed in float.
        String values = writer.cast(norm.grouped(), type, OnnxType.FLOAT);
        String mean = writer.mean(values, ELEMENTS);
        String centred = writer.subtract(values, mean);
        String variance = writer.mean(writer.multiply(centred, centred), ELEMENTS);
        Pool pool = references.whole() ? pair(mean, variance) : mixture(mean, variance);
        String deviation = writer.squareRoot(writer.add(pool.variance(), writer.number(norm.epsilon())));
        String factor = writer.divide(perGroup(norm, norm.gamma()), deviation);
        String addend = writer.add(writer.multiply(factor, pool.distance()), perGroup(norm, norm.beta()));
        String pixels = writer.reshape(centred, norm.outputShape());
        String result = writer.add(writer.multiply(pixels, perChannel(norm, factor)), perChannel(norm, addend));
        writer.graph().replaceUses(norm.output(), writer.cast(result, OnnxType.FLOAT, outputType), Set.of());
    }

    private Pool pair(String mean, String variance) {
        String half = writer.number(0.5f);
        String distance = writer.multiply(writer.subtract(mean, writer.gather(mean, references.only())), half);
        String pooled = writer.add(
                writer.multiply(writer.add(variance, writer.gather(variance, references.only())), half),
                writer.multiply(distance, distance));
        return new Pool(distance, pooled);
    }

    /// With p half of a reference's share and e the distance of the row's mean from the reference's: distance =
    /// Σ p e, variance = v + Σ p (v' - v + e²) - distance².
    private Pool mixture(String mean, String variance) {
        String distance = null;
        String pooled = variance;
        for (int which = 0; which < references.rows().size(); which++) {
            String rows = references.rows().get(which);
            String part = writer.multiply(references.shares().get(which), writer.number(0.5f));
            String away = writer.subtract(mean, writer.gather(mean, rows));
            String weighted = writer.multiply(part, away);
            distance = distance == null ? weighted : writer.add(distance, weighted);
            String more =
                    writer.add(writer.subtract(writer.gather(variance, rows), variance), writer.multiply(away, away));
            pooled = writer.add(pooled, writer.multiply(part, more));
        }
        String sum = Objects.requireNonNull(distance);
        return new Pool(sum, writer.subtract(pooled, writer.multiply(sum, sum)));
    }

    /// Factors or addends of channels as `[1, groups, C / groups]`.
    private String perGroup(GroupNormPattern norm, String channels) {
        OnnxType type = types.of(channels).orElse(OnnxType.FLOAT);
        String shaped = writer.reshape(channels, writer.integers(1, norm.groups(), -1));
        return writer.cast(shaped, type, OnnxType.FLOAT);
    }

    /// `[B, groups, C / groups]` to `[B, C, 1, 1]`.
    private String perChannel(GroupNormPattern norm, String values) {
        return writer.reshape(values, writer.integers(0, norm.channels(), 1, 1));
    }
}
