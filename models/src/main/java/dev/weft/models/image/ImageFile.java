package dev.weft.models.image;

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

    /// Reads the colours of a picture, as [#readPicture(Path)] does.
    ///
    /// @return a batch of one
    /// @throws IOException as there
    public static ImageBatch read(Path file) throws IOException {
        return readPicture(file).image();
    }

    /// Reads a picture. Grey becomes three equal values, inks become light, a picture of a camera that was turned
    /// is turned upright, and only the first picture of a file is read. Eight and sixteen bits a sample are kept.
    ///
    /// @throws ImageFormatException if the file is no picture, is damaged, or is larger than `LONGEST_SIDE` or
    ///     `MOST_PIXELS`, which is found out before its pixels are read
    /// @throws IOException if it cannot be read
    public static Picture readPicture(Path file) throws IOException {
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

    private static Picture decode(String source, ImageReader reader, ImageInputStream in) throws ImageFormatException {
        try {
            FileMarks marks = FileMarks.read(in);
            reader.setInput(in, true, true);
            requireReadable(source, reader.getWidth(0), reader.getHeight(0));
            Picture stored = marks.inks()
                    ? PictureSamples.ofInks(reader.readRaster(0, null), marks.inksAsLuminance())
                    : PictureSamples.of(reader.read(0));
            return marks.orientation().upright(stored);
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
}
