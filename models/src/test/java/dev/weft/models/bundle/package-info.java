/// Tests of `dev.weft.models.bundle`.
@NullMarked
package dev.weft.models.bundle;

import org.jspecify.annotations.NullMarked;
