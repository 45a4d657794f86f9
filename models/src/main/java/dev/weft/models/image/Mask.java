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

    /// Memory that the values take.
    public long byteSize() {
        return (long) Float.BYTES * values.length;
    }
}
