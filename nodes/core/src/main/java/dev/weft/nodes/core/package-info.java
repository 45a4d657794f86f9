/// Plugin `core`: loading models, encoding text and pictures, plain sampling, images and latents in and out.
///
/// Sharing a style between pictures is not here but in the plugin `stylealigned`, which builds on this one.
@NullMarked
package dev.weft.nodes.core;

import org.jspecify.annotations.NullMarked;
