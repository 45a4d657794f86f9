/// Tests of `dev.weft.nodes.stylealigned.score`.
@NullMarked
package dev.weft.nodes.stylealigned.score;

import org.jspecify.annotations.NullMarked;
