package dev.weft.models.image;

/// How each pixel of a line is made of the pixels of a line of another length.
///
/// Centres of pixels lie at halves; both lines have the same ends. Weights of a pixel add up to 1.
final class ScaledLine {
    private final int[] first;
    private final float[][] weights;

    /// @param length of the line that there is
    /// @param newLength of the line that is made
    ScaledLine(int length, int newLength, ScaleFilter filter) {
        this.first = new int[newLength];
        this.weights = new float[newLength][];
        double scale = (double) length / newLength;
        double width = Math.max(scale, 1);
        for (int i = 0; i < newLength; i++) {
            double centre = (i + 0.5) * scale;
            if (filter == ScaleFilter.NEAREST) {
                first[i] = Math.min((int) centre, length - 1);
                weights[i] = new float[] {1};
            } else {
                double reach = filter.radius() * width;
                // Pillow's limits, which leave out what is beyond the rounded ends of the reach.
                first[i] = Math.max(0, (int) (centre - reach + 0.5));
                int end = Math.min(length, (int) (centre + reach + 0.5));
                weights[i] = weights(filter, first[i], Math.max(end, first[i] + 1), centre, width);
            }
        }
    }

    private static float[] weights(ScaleFilter filter, int from, int to, double centre, double width) {
        double[] exact = new double[to - from];
        double sum = 0;
        for (int i = 0; i < exact.length; i++) {
            exact[i] = filter.weight((from + i - centre + 0.5) / width);
            sum += exact[i];
        }
        float[] weights = new float[exact.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (exact[i] / sum);
        }
        return weights;
    }

    /// The new pixel at `index`.
    ///
    /// @param source holds the line
    /// @param start where its first pixel is
    /// @param step how far its pixels are from each other
    float pixel(int index, float[] source, int start, int step) {
        float sum = 0;
        int at = start + first[index] * step;
        for (float weight : weights[index]) {
            sum += weight * source[at];
            at += step;
        }
        return sum;
    }
}
