@NullMarked
package dev.weft.runtime.cache;

import org.jspecify.annotations.NullMarked;
