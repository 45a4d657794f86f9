package dev.weft.nodes.api;

import java.util.Objects;

/// A small picture of work that is not finished.
public final class PreviewPicture {
    private final int width;
    private final int height;
    private final int[] rgb;

    /// @param width in pixels, from 1
    /// @param height in pixels, from 1
    /// @param rgb one number a pixel, row by row, `0xRRGGBB`; copied
    /// @throws IndexOutOfBoundsException if there are fewer numbers than pixels
    public PreviewPicture(int width, int height, int[] rgb) {
        Objects.checkFromToIndex(0, Math.multiplyExact(width, height), rgb.length);
        this.width = width;
        this.height = height;
        this.rgb = rgb.clone();
    }

    /// In pixels.
    public int width() {
        return width;
    }

    /// In pixels.
    public int height() {
        return height;
    }

    /// A copy of the pixels, row by row, `0xRRGGBB`.
    public int[] rgb() {
        return rgb.clone();
    }
}
