/// Styles: references whose way through the noise was recorded or found by inversion, and the files that keep them.
///
/// How other pictures take their style is in the package unet; how a picture is inverted, in sampling.
@NullMarked
package dev.weft.models.style;

import org.jspecify.annotations.NullMarked;
