package dev.weft.models.onnx;

import java.util.Set;

/// StyleAligned's shared group norm: a row is normalised as if it and its reference row were one picture.
///
/// Both have equally many pixels, so the statistics of the pair follow exactly from those of each, and no doubled
/// tensor is needed: mean = (m₁ + m₂) / 2, variance = (v₁ + v₂) / 2 + ((m₁ - m₂) / 2)².
final class SharedNorm {
    private static final int ELEMENTS = 2;

    private final GraphWriter writer;
    private final ValueTypes types;
    private final String references;

    SharedNorm(GraphWriter writer, ValueTypes types, SharingInputs inputs) {
        this.writer = writer;
        this.types = types;
        this.references = inputs.referencesOfNorms();
    }

    void apply(GroupNormPattern norm) {
        OnnxType type = types.of(norm.input()).orElse(OnnxType.FLOAT);
        OnnxType outputType = types.of(norm.output()).orElse(type);
        // Half precision holds neither the sums nor the epsilon, so all is computed in float.
        String values = writer.cast(norm.grouped(), type, OnnxType.FLOAT);
        String half = writer.number(0.5f);
        String mean = writer.mean(values, ELEMENTS);
        String centred = writer.subtract(values, mean);
        String variance = writer.mean(writer.multiply(centred, centred), ELEMENTS);
        // The distance of the row's own mean from the mean of the pair.
        String distance = writer.multiply(writer.subtract(mean, writer.gather(mean, references)), half);
        String pooled = writer.add(
                writer.multiply(writer.add(variance, writer.gather(variance, references)), half),
                writer.multiply(distance, distance));
        String deviation = writer.squareRoot(writer.add(pooled, writer.number(norm.epsilon())));
        String factor = writer.divide(perGroup(norm, norm.gamma()), deviation);
        String addend = writer.add(writer.multiply(factor, distance), perGroup(norm, norm.beta()));
        String pixels = writer.reshape(centred, norm.outputShape());
        String result = writer.add(writer.multiply(pixels, perChannel(norm, factor)), perChannel(norm, addend));
        writer.graph().replaceUses(norm.output(), writer.cast(result, OnnxType.FLOAT, outputType), Set.of());
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
