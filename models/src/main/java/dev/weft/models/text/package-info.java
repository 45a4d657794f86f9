/// Turning prompts into the numbers that steer a U-Net: weights and chunks, tokenizers and text encoders.
///
/// How those numbers are used, and what a workflow puts into a prompt before it comes here, is not known here.
@NullMarked
package dev.weft.models.text;

import org.jspecify.annotations.NullMarked;
