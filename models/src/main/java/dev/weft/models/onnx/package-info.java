/// ONNX model files and the graph surgery that puts StyleAligned's shared attention into a stock U-Net: reading
/// and checking, detectors, rewrites, the self-check and the cache of rewritten models.
///
/// Which files make up a bundle, where sessions run and what a sampler feeds them is decided elsewhere; this
/// package knows only graphs, and of ONNX Runtime only what the self-check needs.
@NullMarked
package dev.weft.models.onnx;

import org.jspecify.annotations.NullMarked;
