/// Tests of `dev.weft.models.vae`.
@NullMarked
package dev.weft.models.vae;

import org.jspecify.annotations.NullMarked;
