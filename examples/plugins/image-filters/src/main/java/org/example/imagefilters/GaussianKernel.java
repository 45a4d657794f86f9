package org.example.imagefilters;

import dev.weft.models.image.ImageBatch;

/// A Gaussian blur: the bell curve is the same across and down, so pictures are blurred in two passes. Beyond the
/// border lie the pixels of the border.
final class GaussianKernel {
    /// Beyond three standard deviations lies a three hundredth of the bell curve.
    private static final int REACH = 3;

    /// Weights from the middle outwards; all of them, the middle once and the others twice, sum up to 1.
    private final double[] weights;

    /// @param radius standard deviation in pixels, above 0
    GaussianKernel(double radius) {
        weights = new double[(int) Math.ceil(REACH * radius) + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(-i * i / (2 * radius * radius));
            sum += i == 0 ? weights[i] : 2 * weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }

    ImageBatch blur(ImageBatch images) {
        int height = images.height();
        int width = images.width();
        float[] given = images.rgb();
        float[] across = new float[given.length];
        float[] down = new float[given.length];
        for (int line = 0; line < given.length / width; line++) {
            blurLine(given, across, line * width, 1, width);
        }
        for (int plane = 0; plane < given.length; plane += height * width) {
            for (int x = 0; x < width; x++) {
                blurLine(across, down, plane + x, width, height);
            }
        }
        return Pixels.like(images, down);
    }

    private void blurLine(float[] from, float[] to, int start, int stride, int length) {
        for (int i = 0; i < length; i++) {
            double sum = weights[0] * from[start + i * stride];
            for (int away = 1; away < weights.length; away++) {
                int before = Math.max(i - away, 0);
                int after = Math.min(i + away, length - 1);
                sum += weights[away] * ((double) from[start + before * stride] + from[start + after * stride]);
            }
            to[start + i * stride] = (float) sum;
        }
    }
}
