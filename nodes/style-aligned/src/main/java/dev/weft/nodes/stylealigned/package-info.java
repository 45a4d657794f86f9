/// Plugin `stylealigned`: pictures of one batch that share a style (arXiv 2312.02133).
///
/// The graph surgery that makes it possible is in `dev.weft.models.onnx`; the common part of sampler nodes in
/// `dev.weft.nodes.core.sampling`.
@NullMarked
package dev.weft.nodes.stylealigned;

import org.jspecify.annotations.NullMarked;
