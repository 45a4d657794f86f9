package dev.weft.models.panorama;

/// Gives a circular panorama what lies beyond its edges, so that a network that looks at neighbours sees no
/// edge.
public final class CircularEdges {
    private CircularEdges() {}

    /// Lines with some of their end before their beginning, and some of their beginning after their end.
    ///
    /// @param values `[lines, width]`, row-major
    /// @param margin how many values are added on each side, at most `width`
    /// @return `[lines, margin + width + margin]`
    public static float[] extended(float[] values, int width, int margin) {
        int lines = values.length / width;
        int wide = width + 2 * margin;
        float[] extended = new float[Math.multiplyExact(lines, wide)];
        for (int line = 0; line < lines; line++) {
            int from = line * width;
            int to = line * wide;
            System.arraycopy(values, from + width - margin, extended, to, margin);
            System.arraycopy(values, from, extended, to + margin, width);
            System.arraycopy(values, from, extended, to + margin + width, margin);
        }
        return extended;
    }

    /// Lines without what [#extended] added.
    ///
    /// @param extended `[lines, margin + width + margin]`, row-major
    /// @return `[lines, width]`
    public static float[] cut(float[] extended, int width, int margin) {
        int wide = width + 2 * margin;
        int lines = extended.length / wide;
        float[] cut = new float[lines * width];
        for (int line = 0; line < lines; line++) {
            System.arraycopy(extended, line * wide + margin, cut, line * width, width);
        }
        return cut;
    }
}
