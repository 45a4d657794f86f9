package dev.weft.models.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.Optional;

/// Takes colours and transparency out of what the JDK's readers give, as the file holds them: profiles of colours
/// are not applied, as in ComfyUI.
final class PictureSamples {
    private PictureSamples() {}

    /// A picture of any kind that has a colour model.
    static Picture of(BufferedImage image) {
        // getRGB would convert grey as if it were linear, so plain samples are taken as they are.
        return plain(image) ? ofSamples(image) : ofColours(image);
    }

    /// A picture in inks, which the JDK gives without colours: cyan, magenta, yellow and black, each stored as
    /// the light that it lets through, as Adobe's programs write them. Inks lie on each other like filters.
    ///
    /// @param asLuminance whether the first three are written as luminance and chrominance of the inks (YCCK)
    static Picture ofInks(Raster raster, boolean asLuminance) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        float[] rgb = new float[ImageBatch.CHANNELS * width * height];
        float[] inks = new float[4 * width];
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, inks);
            for (int x = 0; x < width; x++) {
                if (asLuminance) {
                    fromLuminance(inks, 4 * x);
                }
                float black = inks[4 * x + 3] / 255;
                for (int channel = 0; channel < ImageBatch.CHANNELS; channel++) {
                    rgb[(channel * height + y) * width + x] = inks[4 * x + channel] / 255 * black;
                }
            }
        }
        return new Picture(new ImageBatch(1, height, width, rgb), Optional.empty());
    }

    /// JFIF's conversion (ITU-T T.871, 7) gives inks, which are what their light is not.
    private static void fromLuminance(float[] samples, int at) {
        float luminance = samples[at];
        float blue = samples[at + 1] - 128;
        float red = samples[at + 2] - 128;
        samples[at] = 255 - clamped(luminance + 1.402f * red);
        samples[at + 1] = 255 - clamped(luminance - 0.344136f * blue - 0.714136f * red);
        samples[at + 2] = 255 - clamped(luminance + 1.772f * blue);
    }

    private static float clamped(float level) {
        return Math.clamp(level, 0, 255);
    }

    private static boolean plain(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        int type = image.getRaster().getTransferType();
        return colours instanceof ComponentColorModel
                && !(colours.hasAlpha() && colours.isAlphaPremultiplied())
                && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT);
    }

    private static Picture ofSamples(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        int width = image.getWidth();
        int height = image.getHeight();
        float[] rgb = new float[ImageBatch.CHANNELS * width * height];
        boolean grey = colours.getNumColorComponents() == 1;
        for (int channel = 0; channel < ImageBatch.CHANNELS; channel++) {
            copyBand(image, grey ? 0 : channel, rgb, channel * width * height);
        }
        Optional<Mask> transparency = Optional.empty();
        if (colours.hasAlpha()) {
            float[] values = new float[width * height];
            copyBand(image, colours.getNumColorComponents(), values, 0);
            for (int i = 0; i < values.length; i++) {
                values[i] = 1 - values[i];
            }
            transparency = Optional.of(new Mask(1, height, width, values));
        }
        return new Picture(new ImageBatch(1, height, width, rgb), transparency);
    }

    private static void copyBand(BufferedImage image, int band, float[] target, int start) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        float largest = (1 << image.getColorModel().getComponentSize(band)) - 1;
        float[] row = new float[width];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getSamples(0, y, width, 1, band, row);
            for (int x = 0; x < width; x++) {
                target[start + y * width + x] = row[x] / largest;
            }
        }
    }

    private static Picture ofColours(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        float[] rgb = new float[ImageBatch.CHANNELS * width * height];
        boolean alpha = image.getColorModel().hasAlpha();
        float[] transparency = new float[alpha ? width * height : 0];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int colour = image.getRGB(x, y);
                for (int channel = 0; channel < ImageBatch.CHANNELS; channel++) {
                    rgb[(channel * height + y) * width + x] = ((colour >> (16 - 8 * channel)) & 0xff) / 255.0f;
                }
                if (alpha) {
                    transparency[y * width + x] = 1 - (colour >>> 24) / 255.0f;
                }
            }
        }
        Optional<Mask> mask = alpha ? Optional.of(new Mask(1, height, width, transparency)) : Optional.empty();
        return new Picture(new ImageBatch(1, height, width, rgb), mask);
    }
}
