@NullMarked
package dev.weft.nodes.core.formats;

import org.jspecify.annotations.NullMarked;
