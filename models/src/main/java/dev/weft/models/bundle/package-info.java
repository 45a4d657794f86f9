/// Model bundles: folders in the layout of the diffusers library, found, read, checked and opened.
///
/// What each opened model does is the business of the packages text, unet and vae.
@NullMarked
package dev.weft.models.bundle;

import org.jspecify.annotations.NullMarked;
