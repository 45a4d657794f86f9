package dev.weft.models.image;

import java.util.Optional;

/// How a camera was held: the value of the tag Orientation in Exif data (CIPA DC-008, 4.6.4 A), which says how the
/// stored rows and columns have to be turned to stand upright.
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, false, true),
    UPSIDE_DOWN(false, true, true),
    FLIPPED(false, true, false),
    TRANSPOSED(true, false, false),
    TURNED_LEFT(true, true, false),
    TRANSVERSED(true, true, true),
    TURNED_RIGHT(true, false, true);

    private final boolean swapped;
    private final boolean fromBottom;
    private final boolean fromRight;

    /// @param swapped whether stored rows are columns
    /// @param fromBottom whether stored rows are taken from the last to the first
    /// @param fromRight whether stored columns are taken from the last to the first
    Orientation(boolean swapped, boolean fromBottom, boolean fromRight) {
        this.swapped = swapped;
        this.fromBottom = fromBottom;
        this.fromRight = fromRight;
    }

    /// The orientation that Exif gives a number from 1; upright for numbers that it does not know.
    static Orientation numbered(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
    }

    /// The picture upright.
    Picture upright(Picture stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        ImageBatch image = stored.image();
        int height = image.height();
        int width = image.width();
        float[] rgb = new float[image.rgb().length];
        for (int channel = 0; channel < ImageBatch.CHANNELS; channel++) {
            turn(image.rgb(), channel * height * width, height, width, rgb);
        }
        int newHeight = swapped ? width : height;
        int newWidth = swapped ? height : width;
        Optional<Mask> transparency = stored.transparency().map(mask -> {
            float[] values = new float[height * width];
            turn(mask.values(), 0, height, width, values);
            return new Mask(1, newHeight, newWidth, values);
        });
        return new Picture(new ImageBatch(1, newHeight, newWidth, rgb), transparency);
    }

    private void turn(float[] stored, int start, int height, int width, float[] turned) {
        int newHeight = swapped ? width : height;
        int newWidth = swapped ? height : width;
        int next = start;
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                int row = swapped ? x : y;
                int column = swapped ? y : x;
                int from = (fromBottom ? height - 1 - row : row) * width + (fromRight ? width - 1 - column : column);
                turned[next++] = stored[start + from];
            }
        }
    }
}
