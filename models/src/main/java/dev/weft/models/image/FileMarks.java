package dev.weft.models.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/// What a picture file says beside its pixels: how the camera was held, and how a JPEG writes its colours.
///
/// @param orientation of the camera
/// @param components how many colour components a JPEG has; 0 for other files
/// @param adobeTransform how Adobe's marker in a JPEG says that colours are written: 0 as they are, 1 as YCbCr, 2 as
///     YCCK; -1 without that marker
record FileMarks(Orientation orientation, int components, int adobeTransform) {
    private static final FileMarks NONE = new FileMarks(Orientation.UPRIGHT, 0, -1);
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final byte[] ADOBE = {'A', 'd', 'o', 'b', 'e'};
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int APPLICATION_1 = 0xe1;
    private static final int APPLICATION_14 = 0xee;
    private static final int TIFF_HEADER = 8;
    private static final int LARGEST_DIRECTORY = 1 << 20;

    /// Four colour components are inks: cyan, magenta, yellow and black.
    boolean inks() {
        return components == 4;
    }

    /// Whether the first three components have to be converted from luminance and chrominance.
    boolean inksAsLuminance() {
        return inks() && adobeTransform > 0;
    }

    /// Reads the head of a PNG, JPEG or TIFF file; the stream's position is kept.
    static FileMarks read(ImageInputStream in) throws IOException {
        in.mark();
        try {
            in.seek(0);
            byte[] start = new byte[PngChunks.SIGNATURE.length];
            in.readFully(start);
            in.seek(0);
            if (Arrays.equals(start, PngChunks.SIGNATURE)) {
                return ofPng(in);
            }
            if (start[0] == (byte) 0xff && start[1] == (byte) 0xd8) {
                return ofJpeg(in);
            }
            return ofTiff(in);
        } catch (EOFException e) {
            // The reader of the pixels will say what is wrong with the file.
            return NONE;
        } finally {
            in.reset();
        }
    }

    /// The directory may be anywhere in a TIFF file; it is read as if it followed the header.
    private static FileMarks ofTiff(ImageInputStream in) throws IOException {
        byte[] header = rest(in, TIFF_HEADER);
        boolean little = header[0] == 'I';
        in.seek(Integer.toUnsignedLong(ByteBuffer.wrap(header)
                .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .getInt(4)));
        byte[] directory = rest(in, LARGEST_DIRECTORY);
        header[little ? 4 : 7] = TIFF_HEADER;
        header[5] = 0;
        header[6] = 0;
        header[little ? 7 : 4] = 0;
        ByteBuffer joined = ByteBuffer.allocate(TIFF_HEADER + directory.length)
                .put(header)
                .put(directory)
                .flip();
        return new FileMarks(ExifData.orientation(joined), 0, -1);
    }

    private static FileMarks ofPng(ImageInputStream in) throws IOException {
        in.seek(PngChunks.SIGNATURE.length);
        while (true) {
            int length = in.readInt();
            byte[] name = new byte[4];
            in.readFully(name);
            String type = new String(name, StandardCharsets.ISO_8859_1);
            if (length < 0 || type.equals(PngChunks.END)) {
                return NONE;
            }
            if (type.equals(PngChunks.EXIF)) {
                return new FileMarks(ExifData.orientation(ByteBuffer.wrap(rest(in, length))), 0, -1);
            }
            in.seek(in.getStreamPosition() + length + 4);
        }
    }

    private static FileMarks ofJpeg(ImageInputStream in) throws IOException {
        FileMarks marks = NONE;
        in.seek(2);
        while (true) {
            if (in.readUnsignedByte() != 0xff) {
                return marks;
            }
            int marker = in.readUnsignedByte();
            while (marker == 0xff) {
                marker = in.readUnsignedByte();
            }
            if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                return marks;
            }
            int length = in.readUnsignedShort() - 2;
            long next = in.getStreamPosition() + length;
            marks = marks.with(marker, rest(in, Math.max(length, 0)));
            in.seek(next);
        }
    }

    private FileMarks with(int marker, byte[] segment) {
        if (marker == APPLICATION_1 && orientation == Orientation.UPRIGHT && startsWith(segment, EXIF)) {
            ByteBuffer exif = ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length);
            return new FileMarks(ExifData.orientation(exif), components, adobeTransform);
        }
        if (marker == APPLICATION_14 && segment.length >= 12 && startsWith(segment, ADOBE)) {
            return new FileMarks(orientation, components, Byte.toUnsignedInt(segment[11]));
        }
        if (startsFrame(marker) && segment.length >= 6) {
            return new FileMarks(orientation, Byte.toUnsignedInt(segment[5]), adobeTransform);
        }
        return this;
    }

    /// Markers of frames lie between others that define tables (ITU-T T.81, table B.1).
    private static boolean startsFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean startsWith(byte[] segment, byte[] beginning) {
        return segment.length >= beginning.length
                && Arrays.equals(segment, 0, beginning.length, beginning, 0, beginning.length);
    }

    /// Up to `most` bytes from here; fewer where the file ends before.
    private static byte[] rest(ImageInputStream in, int most) throws IOException {
        byte[] bytes = new byte[Math.min(most, LARGEST_DIRECTORY)];
        int read = 0;
        while (read < bytes.length) {
            int more = in.read(bytes, read, bytes.length - read);
            if (more < 0) {
                break;
            }
            read += more;
        }
        return Arrays.copyOf(bytes, read);
    }
}
