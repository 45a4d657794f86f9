/// Tests of `dev.weft.models.panorama`.
@NullMarked
package dev.weft.models.panorama;

import org.jspecify.annotations.NullMarked;
