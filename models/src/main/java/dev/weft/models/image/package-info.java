/// Pictures as arrays of numbers, and the files that they come from and go to.
///
/// What a picture shows or how it was made is not known here; latents are in `dev.weft.models.vae`.
@NullMarked
package dev.weft.models.image;

import org.jspecify.annotations.NullMarked;
