package dev.weft.models.image;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a PNG file says before its pixels.
///
/// @param width in pixels
/// @param height in pixels
/// @param texts by keyword, in the order of the file
public record PngHead(int width, int height, Map<String, String> texts) {
    /// Takes a copy of `texts`.
    public PngHead {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }
}
