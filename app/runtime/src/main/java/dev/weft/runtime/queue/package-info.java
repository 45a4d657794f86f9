/// The queue of accepted runs and the history of those that are over, in one SQLite database, and the workers that take
/// from it.
///
/// Nothing here reads command lines, shows anything or knows how a plan is executed: a [RunEngine] does that.
@NullMarked
package dev.weft.runtime.queue;

import org.jspecify.annotations.NullMarked;
