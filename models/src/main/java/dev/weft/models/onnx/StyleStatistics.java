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
    /// Where references have shares, the mean and deviation that a row takes are its own, moved towards those
    /// of its references by their shares.
    String adain(String values, References references) {
        String mean = writer.mean(values, TOKENS);
        String centred = writer.subtract(values, mean);
        String biased = writer.mean(writer.multiply(centred, centred), TOKENS);
        String variance = writer.multiply(biased, unbiasing(values));
        String deviation = writer.squareRoot(writer.add(variance, writer.number(EPSILON)));
        String factor = writer.divide(styled(deviation, references), deviation);
        return writer.add(writer.multiply(centred, factor), styled(mean, references));
    }

    private String styled(String statistic, References references) {
        if (references.whole()) {
            return writer.gather(statistic, references.only());
        }
        String styled = statistic;
        for (int which = 0; which < references.rows().size(); which++) {
            String way =
                    writer.subtract(writer.gather(statistic, references.rows().get(which)), statistic);
            styled = writer.add(styled, writer.multiply(references.shares().get(which), way));
        }
        return styled;
    }

    /// S / (S - 1), float `[1]`.
    private String unbiasing(String values) {
        String length = writer.gather(writer.shape(values), writer.integers(TOKENS));
        String tokens = writer.cast(length, OnnxType.INT64, OnnxType.FLOAT);
        return writer.divide(tokens, writer.subtract(tokens, writer.number(1)));
    }
}
