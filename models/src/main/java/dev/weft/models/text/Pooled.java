package dev.weft.models.text;

/// One vector a prompt.
public final class Pooled {
    private final int rows;
    private final int width;
    private final float[] values;

    /// Takes hold of `values`, row-major `[rows, width]`.
    ///
    /// @throws IllegalArgumentException if sizes disagree
    public Pooled(int rows, int width, float[] values) {
        if (values.length != (long) rows * width) {
            throw new IllegalArgumentException(
                    "Pooled vectors of " + values.length + " values are not [" + rows + ", " + width + "].");
        }
        this.rows = rows;
        this.width = width;
        this.values = values;
    }

    /// How many prompts.
    public int rows() {
        return rows;
    }

    /// How many numbers each vector has.
    public int width() {
        return width;
    }

    /// The vectors, row-major `[rows, width]`; not to be written to.
    public float[] values() {
        return values;
    }
}
