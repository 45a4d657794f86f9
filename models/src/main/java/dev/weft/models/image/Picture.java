package dev.weft.models.image;

import java.util.Optional;

/// A picture as a file holds it.
///
/// @param image its colours, a batch of one; where it is transparent, the colours that stand there unseen
/// @param transparency 0 where it is opaque, 1 where nothing is seen of it; empty for a file without transparency
public record Picture(ImageBatch image, Optional<Mask> transparency) {
    /// The transparency, on nowhere for a file that has none.
    public Mask mask() {
        return transparency.orElseGet(
                () -> new Mask(1, image.height(), image.width(), new float[image.height() * image.width()]));
    }
}
