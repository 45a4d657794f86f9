@NullMarked
package dev.weft.nodes.stylealigned;

import org.jspecify.annotations.NullMarked;
