package dev.weft.graph;

import dev.weft.graph.json.JsonNumber;

/// Where a node is drawn: the canvas coordinates of its upper left corner, in pixels at zoom 1, y growing
/// downwards. Written `[x, y]`.
public record Position(JsonNumber x, JsonNumber y) {
    /// A position of whole pixels.
    public static Position of(long x, long y) {
        return new Position(JsonNumber.of(x), JsonNumber.of(y));
    }
}
