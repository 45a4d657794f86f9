package dev.weft.editor.run;

import java.util.Arrays;
import java.util.Objects;

/// A small picture in memory, opaque.
public final class Pixels {
    private final int width;
    private final int height;
    private final int[] argb;

    /// @param argb one number a pixel, row by row, `0xAARRGGBB`; copied
    public Pixels(int width, int height, int[] argb) {
        Objects.checkFromToIndex(0, width * height, argb.length);
        this.width = width;
        this.height = height;
        this.argb = argb.clone();
    }

    /// A picture whose numbers say nothing of opacity, `0xRRGGBB`.
    static Pixels opaque(int width, int height, int[] rgb) {
        return new Pixels(
                width,
                height,
                Arrays.stream(rgb).map(pixel -> 0xFF000000 | pixel).toArray());
    }

    /// In pixels.
    public int width() {
        return width;
    }

    /// In pixels.
    public int height() {
        return height;
    }

    /// A copy of the pixels, row by row, `0xAARRGGBB`.
    public int[] argb() {
        return argb.clone();
    }
}
