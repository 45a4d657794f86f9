/// Tests of `dev.weft.models.safetensors`.
@NullMarked
package dev.weft.models.safetensors;

import org.jspecify.annotations.NullMarked;
