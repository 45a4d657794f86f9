package org.example.imagefilters;

import dev.weft.models.image.ImageBatch;

/// How the colours of one picture are spread in CIELAB.
final class ColourStatistics {
    private final double[] mean = new double[ImageBatch.CHANNELS];
    private final double[] deviation = new double[ImageBatch.CHANNELS];

    /// @param index the picture
    ColourStatistics(ImageBatch images, int index) {
        int plane = images.height() * images.width();
        int first = index * ImageBatch.CHANNELS * plane;
        double[] colour = new double[ImageBatch.CHANNELS];
        // Sums of differences to a value near the mean lose nothing where the deviation is small.
        double[] near = new double[ImageBatch.CHANNELS];
        Pixels.read(images, first, plane, near);
        LabColour.fromRgb(near);
        double[] sum = new double[ImageBatch.CHANNELS];
        double[] squares = new double[ImageBatch.CHANNELS];
        for (int pixel = first; pixel < first + plane; pixel++) {
            Pixels.read(images, pixel, plane, colour);
            LabColour.fromRgb(colour);
            for (int channel = 0; channel < colour.length; channel++) {
                double difference = colour[channel] - near[channel];
                sum[channel] += difference;
                squares[channel] += difference * difference;
            }
        }
        for (int channel = 0; channel < colour.length; channel++) {
            double shift = sum[channel] / plane;
            mean[channel] = near[channel] + shift;
            deviation[channel] = Math.sqrt(Math.max(0, squares[channel] / plane - shift * shift));
        }
    }

    /// The mean of lightness (0) or of a colour axis (1, 2).
    double mean(int channel) {
        return mean[channel];
    }

    /// The standard deviation of lightness (0) or of a colour axis (1, 2).
    double deviation(int channel) {
        return deviation[channel];
    }

    /// Moves a colour of this picture to where it lies among the colours of another one.
    ///
    /// @param colour lightness and colour axes, replaced by the new ones
    void move(double[] colour, ColourStatistics to) {
        for (int channel = 0; channel < colour.length; channel++) {
            double spread = deviation[channel] == 0 ? 0 : to.deviation[channel] / deviation[channel];
            colour[channel] = to.mean[channel] + spread * (colour[channel] - mean[channel]);
        }
    }
}
