/// Tests of LoRA files and of their merging.
///
/// Their recorded values come from diffusers with the LoRA as layers of its own (`models/training/lora.py`).
@NullMarked
package dev.weft.models.lora;

import org.jspecify.annotations.NullMarked;
