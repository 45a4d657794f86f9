/// Where ONNX sessions run (CPU, CUDA), how they are opened, fed, timed and stopped.
///
/// Knows tensors and model files but not what a model means: text encoders, U-Nets and VAEs have packages of their own.
@NullMarked
package dev.weft.models.backend;

import org.jspecify.annotations.NullMarked;
