package dev.weft.models.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/// Reads picture files: PNG, JPEG, GIF (the first picture), BMP and what else the JDK reads.
public final class ImageFile {
    /// Longest side that is read, in pixels.
    public static final int LONGEST_SIDE = 16_384;
    /// Most pixels that are read.
    public static final long MOST_PIXELS = 40_000_000;

    private ImageFile() {}

    /// Reads a picture. Transparency is dropped, grey becomes three equal values, and only the first picture of
    /// a file is read.
    ///
    /// @return a batch of one
    /// @throws ImageFormatException if the file is no picture, is damaged, or is larger than `LONGEST_SIDE` or
    ///     `MOST_PIXELS`, which is found out before its pixels are read
    /// @throws IOException if it cannot be read
    public static ImageBatch read(Path file) throws IOException {
        String source = String.valueOf(file.getFileName());
        if (!Files.exists(file)) {
            throw new NoSuchFileException("There is no file \"" + file + "\".");
        }
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new ImageFormatException(source, "is not a picture that can be read; use PNG or JPEG.");
            }
            ImageReader reader = readers.next();
            try {
                return decode(source, reader, in);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageBatch decode(String source, ImageReader reader, ImageInputStream in)
            throws ImageFormatException {
        try {
            reader.setInput(in, true, true);
            requireReadable(source, reader.getWidth(0), reader.getHeight(0));
            return toBatch(reader.read(0));
        } catch (ImageFormatException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The JDK's readers throw any kind of unchecked exception at damaged files.
            throw new ImageFormatException(source, "is a damaged picture, or one of a kind that cannot be read.", e);
        }
    }

    private static void requireReadable(String source, int width, int height) throws ImageFormatException {
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new ImageFormatException(
                    source,
                    "is a picture of " + width + "×" + height + " pixels, more than can be read; scale it down to at"
                            + " most " + LONGEST_SIDE + " pixels a side and " + MOST_PIXELS + " in all.");
        }
    }

    private static ImageBatch toBatch(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        float[] rgb = new float[ImageBatch.CHANNELS * width * height];
        // getRGB would convert grey as if it were linear, so plain samples are taken as they are.
        if (plainSamples(image)) {
            copySamples(image, rgb);
        } else {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int colour = image.getRGB(x, y);
                    for (int channel = 0; channel < ImageBatch.CHANNELS; channel++) {
                        rgb[(channel * height + y) * width + x] = ((colour >> (16 - 8 * channel)) & 0xff) / 255.0f;
                    }
                }
            }
        }
        return new ImageBatch(1, height, width, rgb);
    }

    private static boolean plainSamples(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        int type = image.getRaster().getTransferType();
        return colours instanceof ComponentColorModel
                && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT);
    }

    private static void copySamples(BufferedImage image, float[] rgb) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        int height = image.getHeight();
        boolean grey = image.getColorModel().getNumColorComponents() == 1;
        float[] row = new float[width];
        for (int channel = 0; channel < ImageBatch.CHANNELS; channel++) {
            int band = grey ? 0 : channel;
            float largest = (1 << image.getColorModel().getComponentSize(band)) - 1;
            for (int y = 0; y < height; y++) {
                raster.getSamples(0, y, width, 1, band, row);
                for (int x = 0; x < width; x++) {
                    rgb[(channel * height + y) * width + x] = row[x] / largest;
                }
            }
        }
    }
}
