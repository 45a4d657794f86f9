package dev.weft.models.metrics;

/// Scales planes of pixels as the Pillow library does, which the preprocessing of published models is written in.
///
/// Each axis is a weighted sum over a filter that widens by the factor of reduction, so that nothing is skipped; sums
/// are kept in floating point, where Pillow rounds to 8 bits after each axis.
enum Resampling {
    /// Weights fall linearly to zero at one pixel's distance.
    BILINEAR(1) {
        @Override
        double weight(double distance) {
            return Math.max(0, 1 - distance);
        }
    },
    /// Cubic convolution with a = -0.5 (R. Keys, 1981), zero at two pixels' distance.
    BICUBIC(2) {
        @Override
        double weight(double distance) {
            if (distance < 1) {
                return (1.5 * distance - 2.5) * distance * distance + 1;
            }
            return distance < 2 ? ((-0.5 * distance + 2.5) * distance - 4) * distance + 2 : 0;
        }
    };

    private final double support;

    Resampling(double support) {
        this.support = support;
    }

    /// How much a pixel at this distance, at least 0, counts.
    abstract double weight(double distance);

    /// Scales one plane, row-major, and clamps to 0…1.
    float[] scale(float[] plane, int height, int width, int newHeight, int newWidth) {
        float[] across = along(plane, height, width, newWidth);
        float[] down = along(transposed(across, height, newWidth), newWidth, height, newHeight);
        down = transposed(down, newWidth, newHeight);
        for (int i = 0; i < down.length; i++) {
            down[i] = Math.clamp(down[i], 0f, 1f);
        }
        return down;
    }

    private float[] along(float[] plane, int rows, int length, int newLength) {
        if (length == newLength) {
            return plane;
        }
        float[] result = new float[rows * newLength];
        double step = (double) length / newLength;
        double stretch = Math.max(1, step);
        for (int to = 0; to < newLength; to++) {
            double centre = (to + 0.5) * step;
            int first = Math.max(0, (int) (centre - support * stretch + 0.5));
            int last = Math.min(length, (int) (centre + support * stretch + 0.5));
            double[] weights = new double[last - first];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = weight(Math.abs(first + i + 0.5 - centre) / stretch);
                sum += weights[i];
            }
            for (int row = 0; row < rows; row++) {
                double value = 0;
                for (int i = 0; i < weights.length; i++) {
                    value += weights[i] * plane[row * length + first + i];
                }
                result[row * newLength + to] = (float) (value / sum);
            }
        }
        return result;
    }

    private static float[] transposed(float[] plane, int height, int width) {
        float[] result = new float[plane.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                result[x * height + y] = plane[y * width + x];
            }
        }
        return result;
    }
}
