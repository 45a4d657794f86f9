package dev.weft.graph;

import dev.weft.graph.json.JsonNumber;

/// A rectangle of the canvas: its upper left corner and size, in pixels at zoom 1. Written `[x, y, width,
/// height]`.
public record Bounds(JsonNumber x, JsonNumber y, JsonNumber width, JsonNumber height) {
    /// A rectangle of whole pixels.
    public static Bounds of(long x, long y, long width, long height) {
        return new Bounds(JsonNumber.of(x), JsonNumber.of(y), JsonNumber.of(width), JsonNumber.of(height));
    }
}
