package dev.weft.models.onnx;

/// AdaIN over tokens: gives each row the mean and deviation that its reference row has in each channel,
/// `(x - mean) * (deviation of reference / deviation) + mean of reference`.
///
/// As in the authors' code the deviation is `sqrt(variance + 1e-5)` with the unbiased variance, as torch computes
/// it.
final class StyleStatistics {
    private static final float EPSILON = 1e-5f;
    private static final int TOKENS = 1;

    private final GraphWriter writer;

    StyleStatistics(GraphWriter writer) {
        this.writer = writer;
    }

    /// Rewrites float values `[B, S, C]`.
    ///
    /// @param references int64 `[B]`, the reference row of each row
    String adain(String values, String references) {
        String mean = writer.mean(values, TOKENS);
        String centred = writer.subtract(values, mean);
        String biased = writer.mean(writer.multiply(centred, centred), TOKENS);
        String variance = writer.multiply(biased, unbiasing(values));
        String deviation = writer.squareRoot(writer.add(variance, writer.number(EPSILON)));
        String factor = writer.divide(writer.gather(deviation, references), deviation);
        return writer.add(writer.multiply(centred, factor), writer.gather(mean, references));
    }

    /// S / (S - 1), float `[1]`.
    private String unbiasing(String values) {
        String length = writer.gather(writer.shape(values), writer.integers(TOKENS));
        String tokens = writer.cast(length, OnnxType.INT64, OnnxType.FLOAT);
        return writer.divide(tokens, writer.subtract(tokens, writer.number(1)));
    }
}
