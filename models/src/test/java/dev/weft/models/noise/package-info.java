/// Tests of `dev.weft.models.noise`.
@NullMarked
package dev.weft.models.noise;

import org.jspecify.annotations.NullMarked;
