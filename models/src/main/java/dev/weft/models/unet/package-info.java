/// Running U-Nets: which row of a batch takes its style from which, how a batch is cut into calls, and guidance.
///
/// How a graph is rewritten for sharing is in the package onnx; which steps are taken is in sampling.
@NullMarked
package dev.weft.models.unet;

import org.jspecify.annotations.NullMarked;
