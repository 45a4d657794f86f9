/// Tests of `dev.weft.models.metrics`.
@NullMarked
package dev.weft.models.metrics;

import org.jspecify.annotations.NullMarked;
