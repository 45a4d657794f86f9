/// ControlNets: what they add to a U-Net's activations so that pictures follow the lines of another picture.
///
/// How a U-Net's graph takes what they give is in the package onnx; edges, which they are mostly given, are in image.
@NullMarked
package dev.weft.models.control;

import org.jspecify.annotations.NullMarked;
