/// Gaussian noise that equals PyTorch's for the same seed.
///
/// How noise is scaled and where it enters a picture belongs to `dev.weft.models.sampling`.
@NullMarked
package dev.weft.models.noise;

import org.jspecify.annotations.NullMarked;
