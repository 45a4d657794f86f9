/// Tests of `dev.weft.models.sampling`.
@NullMarked
package dev.weft.models.sampling;

import org.jspecify.annotations.NullMarked;
