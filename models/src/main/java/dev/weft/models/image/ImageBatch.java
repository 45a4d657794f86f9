package dev.weft.models.image;

/// Pictures of one size.
///
/// @param batch how many, at least 1
/// @param height in pixels, at least 1
/// @param width in pixels, at least 1
/// @param rgb [batch, 3, height, width], row-major; red, green and blue from 0 to 1. Not copied
// Compared by identity only; a picture is an array everywhere.
@SuppressWarnings("ArrayRecordComponent")
public record ImageBatch(int batch, int height, int width, float[] rgb) {
    /// Red, green and blue.
    public static final int CHANNELS = 3;

    /// Checks the sizes.
    ///
    /// @throws IllegalArgumentException if the array does not fit them
    public ImageBatch {
        if (batch < 1 || height < 1 || width < 1 || (long) batch * CHANNELS * height * width != rgb.length) {
            throw new IllegalArgumentException("An array of " + rgb.length + " values cannot hold " + batch
                    + " pictures of " + width + "×" + height + " pixels.");
        }
    }

    /// One value as 8 bits: clamped to 0…1, times 255, rounded to the nearest, halves to even. NaN is 0.
    ///
    /// @param index the picture
    /// @param channel 0 red, 1 green, 2 blue
    /// @param y row from the top
    /// @param x column from the left
    public int level(int index, int channel, int y, int x) {
        float value = rgb[((index * CHANNELS + channel) * height + y) * width + x];
        float clamped = value > 0 ? Math.min(value, 1) : 0;
        return (int) Math.rint(clamped * 255.0f);
    }

    /// The middle of each picture; these pictures where the size is the same. Where the rest is odd, one pixel more
    /// is cut off below than above, and on the right than on the left.
    ///
    /// @param newHeight in pixels, at least 1 and at most the height
    /// @param newWidth in pixels, at least 1 and at most the width
    public ImageBatch middle(int newHeight, int newWidth) {
        if (newHeight == height && newWidth == width) {
            return this;
        }
        float[] kept = new float[batch * CHANNELS * newHeight * newWidth];
        int top = (height - newHeight) / 2;
        int left = (width - newWidth) / 2;
        for (int row = 0; row < batch * CHANNELS * newHeight; row++) {
            int from = (row / newHeight * height + top + row % newHeight) * width + left;
            System.arraycopy(rgb, from, kept, row * newWidth, newWidth);
        }
        return new ImageBatch(batch, newHeight, newWidth, kept);
    }

    /// Memory that the values take.
    public long byteSize() {
        return (long) Float.BYTES * rgb.length;
    }
}
