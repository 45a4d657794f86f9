package dev.weft.models.image;

/// Which parts of pictures are meant, such as those to draw anew.
///
/// @param batch for how many pictures, at least 1; one mask may stand for all pictures of a batch
/// @param height in pixels, at least 1
/// @param width in pixels, at least 1
/// @param values [batch, height, width], row-major; 0 not meant … 1 meant. Not copied
// Compared by identity only; a mask is an array everywhere.
@SuppressWarnings("ArrayRecordComponent")
public record Mask(int batch, int height, int width, float[] values) {
    /// Checks the sizes.
    ///
    /// @throws IllegalArgumentException if the array does not fit them
    public Mask {
        if (batch < 1 || height < 1 || width < 1 || (long) batch * height * width != values.length) {
            throw new IllegalArgumentException("An array of " + values.length + " values cannot hold " + batch
                    + " masks of " + width + "×" + height + " pixels.");
        }
    }

    /// The same masks at another size, interpolated linearly between the centres of pixels, as PyTorch's
    /// `interpolate(mode="bilinear")` does. This mask where the size is the same.
    ///
    /// @param newHeight in pixels, at least 1
    /// @param newWidth in pixels, at least 1
    public Mask resized(int newHeight, int newWidth) {
        if (newHeight == height && newWidth == width) {
            return this;
        }
        float[] resized = new float[Math.multiplyExact(batch, Math.multiplyExact(newHeight, newWidth))];
        int next = 0;
        for (int index = 0; index < batch; index++) {
            for (int y = 0; y < newHeight; y++) {
                float fromTop = place(y, newHeight, height);
                for (int x = 0; x < newWidth; x++) {
                    resized[next++] = between(index, fromTop, place(x, newWidth, width));
                }
            }
        }
        return new Mask(batch, newHeight, newWidth, resized);
    }

    /// Where the centre of a new pixel lies, counted in old pixels from the centre of the first one.
    private static float place(int pixel, int newLength, int length) {
        return Math.max(0, (pixel + 0.5f) * ((float) length / newLength) - 0.5f);
    }

    private float between(int index, float fromTop, float fromLeft) {
        int top = (int) fromTop;
        int left = (int) fromLeft;
        int bottom = Math.min(top + 1, height - 1);
        int right = Math.min(left + 1, width - 1);
        float down = fromTop - top;
        float across = fromLeft - left;
        float above = (1 - across) * at(index, top, left) + across * at(index, top, right);
        float below = (1 - across) * at(index, bottom, left) + across * at(index, bottom, right);
        return (1 - down) * above + down * below;
    }

    private float at(int index, int y, int x) {
        return values[(index * height + y) * width + x];
    }

    /// Memory that the values take.
    public long byteSize() {
        return (long) Float.BYTES * values.length;
    }
}
