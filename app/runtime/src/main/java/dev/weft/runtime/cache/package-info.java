/// Keeps what nodes gave, so that a later run does not work again: in memory, and on disk what no longer fits there.
///
/// Says which results are equal and which are still there; which nodes run, and when, is decided in `execution`.
@NullMarked
package dev.weft.runtime.cache;

import org.jspecify.annotations.NullMarked;
