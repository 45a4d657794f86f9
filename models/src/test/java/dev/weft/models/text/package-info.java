/// Tests of `dev.weft.models.text`.
@NullMarked
package dev.weft.models.text;

import org.jspecify.annotations.NullMarked;
