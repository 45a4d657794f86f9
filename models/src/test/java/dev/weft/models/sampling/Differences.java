package dev.weft.models.sampling;

import static org.assertj.core.api.Assertions.assertThat;

/// Absolute differences.
final class Differences {
    private Differences() {}

    static double largest(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            double difference = Math.abs((double) actual[i] - expected[i]);
            // Written so that NaN counts as infinite.
            largest = difference <= largest ? largest : Double.isNaN(difference) ? Double.MAX_VALUE : difference;
        }
        return largest;
    }

    static double mean(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            sum += Math.abs((double) actual[i] - expected[i]);
        }
        return sum / expected.length;
    }
}
