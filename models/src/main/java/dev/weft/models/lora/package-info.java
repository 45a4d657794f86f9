/// LoRA files: their two key layouts, what they change in which model, several of them stacked.
///
/// How a graph's constants are changed is known in `dev.weft.models.onnx`; which models are open is known in
/// `dev.weft.models.bundle`.
@NullMarked
package dev.weft.models.lora;

import org.jspecify.annotations.NullMarked;
