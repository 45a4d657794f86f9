/// Turning prompts into the numbers that steer a U-Net: tokenizers and text encoders.
///
/// How those numbers are used, and how prompts are written in a workflow, is not known here.
@NullMarked
package dev.weft.models.text;

import org.jspecify.annotations.NullMarked;
