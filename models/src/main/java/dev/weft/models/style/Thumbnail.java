package dev.weft.models.style;

import dev.weft.models.backend.StopSignal;
import java.util.Optional;

/// A small picture of a reference, drawn when somebody wants it.
@FunctionalInterface
public interface Thumbnail {
    /// No picture.
    Thumbnail NONE = _ -> Optional.empty();

    /// The bytes of a PNG file; empty if there is no picture. Not to be written to.
    ///
    /// @throws dev.weft.models.backend.ModelException if a model that draws it fails
    /// @throws java.util.concurrent.CancellationException if stopped
    Optional<byte[]> png(StopSignal stop);

    /// A picture that is there already.
    ///
    /// @param png the bytes of a PNG file
    static Thumbnail of(byte[] png) {
        return new DrawnThumbnail(Optional.of(png.clone()));
    }

    /// Whether asking for it takes no model, as it is there already or will never be.
    default boolean drawn() {
        return equals(NONE);
    }
}
