/// Tests of `dev.weft.models.files`.
@NullMarked
package dev.weft.models.files;

import org.jspecify.annotations.NullMarked;
