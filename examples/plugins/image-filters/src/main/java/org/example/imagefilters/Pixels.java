package org.example.imagefilters;

import dev.weft.models.image.ImageBatch;

/// Pictures made anew value by value. Results are kept within 0…1.
final class Pixels {
    private Pixels() {}

    /// One value, 0…1, as another.
    @FunctionalInterface
    interface ValueRule {
        double of(double value);
    }

    /// One colour as another.
    @FunctionalInterface
    interface ColourRule {
        /// Replaces a colour by the new one.
        ///
        /// @param colour red, green and blue, 0…1
        void change(double[] colour);
    }

    /// The pictures with a rule applied to each value.
    static ImageBatch each(ImageBatch images, ValueRule rule) {
        float[] given = images.rgb();
        float[] made = new float[given.length];
        for (int i = 0; i < given.length; i++) {
            made[i] = within(rule.of(given[i]));
        }
        return like(images, made);
    }

    /// The pictures with a rule applied to each pixel.
    static ImageBatch eachColour(ImageBatch images, ColourRule rule) {
        float[] made = new float[images.rgb().length];
        double[] colour = new double[ImageBatch.CHANNELS];
        int plane = images.height() * images.width();
        for (int index = 0; index < images.batch(); index++) {
            int first = index * ImageBatch.CHANNELS * plane;
            for (int pixel = first; pixel < first + plane; pixel++) {
                read(images, pixel, plane, colour);
                rule.change(colour);
                write(made, pixel, plane, colour);
            }
        }
        return like(images, made);
    }

    /// Reads one pixel.
    ///
    /// @param pixel place of its red value
    /// @param plane number of pixels in a picture
    static void read(ImageBatch images, int pixel, int plane, double[] colour) {
        float[] rgb = images.rgb();
        colour[0] = rgb[pixel];
        colour[1] = rgb[pixel + plane];
        colour[2] = rgb[pixel + 2 * plane];
    }

    /// Writes one pixel, kept within 0…1.
    static void write(float[] rgb, int pixel, int plane, double[] colour) {
        rgb[pixel] = within(colour[0]);
        rgb[pixel + plane] = within(colour[1]);
        rgb[pixel + 2 * plane] = within(colour[2]);
    }

    /// Other values in pictures of the same number and size.
    static ImageBatch like(ImageBatch images, float[] rgb) {
        return new ImageBatch(images.batch(), images.height(), images.width(), rgb);
    }

    /// The value itself within 0…1, otherwise the nearer end; not a number is 0.
    static float within(double value) {
        return value > 0 ? (float) Math.min(value, 1) : 0;
    }
}
