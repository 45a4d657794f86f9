/// Tests of `dev.weft.models.image`.
@NullMarked
package dev.weft.models.image;

import org.jspecify.annotations.NullMarked;
