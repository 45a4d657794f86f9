package dev.weft.models.style;

import dev.weft.models.backend.StopSignal;
import java.util.Optional;

/// A small picture that is there already.
///
/// @param picture the bytes of a PNG file
record DrawnThumbnail(Optional<byte[]> picture) implements Thumbnail {
    @Override
    public Optional<byte[]> png(StopSignal stop) {
        return picture;
    }

    @Override
    public boolean drawn() {
        return true;
    }
}
