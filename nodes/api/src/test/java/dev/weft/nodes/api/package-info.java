@NullMarked
package dev.weft.nodes.api;

import org.jspecify.annotations.NullMarked;
