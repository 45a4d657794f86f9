/// Tests of styles and the files that keep them.
///
/// Inversion and sampling with them are tested in the package unet.
@NullMarked
package dev.weft.models.style;

import org.jspecify.annotations.NullMarked;
