/// Tests of `dev.weft.models.unet`.
@NullMarked
package dev.weft.models.unet;

import org.jspecify.annotations.NullMarked;
