package dev.weft.models.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads the orientation in Exif data, which has the structure of a TIFF file (TIFF 6.0, section 2). Believes
/// nothing that the data say of themselves: what is damaged is upright.
final class ExifData {
    private static final int HEADER = 8;
    private static final int ENTRY = 12;
    private static final int MAGIC = 42;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private ExifData() {}

    /// The orientation of the first picture that the data describe.
    ///
    /// @param data from the byte order mark on
    static Orientation orientation(ByteBuffer data) {
        ByteBuffer exif = data.slice();
        if (exif.limit() < HEADER) {
            return Orientation.UPRIGHT;
        }
        short order = exif.getShort(0);
        if (order != 0x4949 && order != 0x4d4d) {
            return Orientation.UPRIGHT;
        }
        exif.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(exif.getInt(4));
        if (exif.getShort(2) != MAGIC || directory + 2 > exif.limit()) {
            return Orientation.UPRIGHT;
        }
        int entries = Short.toUnsignedInt(exif.getShort((int) directory));
        for (long at = directory + 2; entries > 0 && at + ENTRY <= exif.limit(); at += ENTRY, entries--) {
            int entry = (int) at;
            if (exif.getShort(entry) == ORIENTATION && exif.getShort(entry + 2) == SHORT) {
                return Orientation.numbered(Short.toUnsignedInt(exif.getShort(entry + 8)));
            }
        }
        return Orientation.UPRIGHT;
    }
}
