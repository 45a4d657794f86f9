/// Runs plans: what is needed and not known from before, side by side where that is possible, with a stream of events
/// and a way to stop. The thread that asks for it decides and tells; others do the work.
///
/// Nothing here reads workflows, checks them or shows anything to people; the readers of the event stream do.
@NullMarked
package dev.weft.runtime.execution;

import org.jspecify.annotations.NullMarked;
