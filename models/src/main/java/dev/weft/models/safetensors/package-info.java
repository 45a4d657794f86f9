/// Reading and writing `.safetensors` files, strictly after the format's specification.
///
/// What the tensors of a file mean (weights, latents, styles) is not known here.
@NullMarked
package dev.weft.models.safetensors;

import org.jspecify.annotations.NullMarked;
