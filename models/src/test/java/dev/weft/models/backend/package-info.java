/// Tests of `dev.weft.models.backend`.
@NullMarked
package dev.weft.models.backend;

import org.jspecify.annotations.NullMarked;
