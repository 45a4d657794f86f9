package dev.weft.graph.types;

import java.util.OptionalInt;

/// How large a batch of pictures is, as far as that is known before anything runs.
///
/// @param batch number of pictures
/// @param width picture width in pixels
/// @param height picture height in pixels
public record Extent(OptionalInt batch, OptionalInt width, OptionalInt height) {
    /// Nothing is known.
    public static final Extent UNKNOWN = new Extent(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    /// Only the number of pictures is known.
    public static Extent ofBatch(int batch) {
        return new Extent(OptionalInt.of(batch), OptionalInt.empty(), OptionalInt.empty());
    }

    /// Everything is known.
    public static Extent of(int batch, int width, int height) {
        return new Extent(OptionalInt.of(batch), OptionalInt.of(width), OptionalInt.of(height));
    }
}
