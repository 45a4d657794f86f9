/// Lets plugins observe executions, each in a thread of its own, so that none of them can hold up a run.
///
/// What there is to observe is said in `dev.weft.nodes.api`; who runs nodes does not know who observes.
@NullMarked
package dev.weft.runtime.observer;

import org.jspecify.annotations.NullMarked;
