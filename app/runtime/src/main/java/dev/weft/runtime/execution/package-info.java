/// Runs plans: one node after another, with a stream of events, a cache of results and a way to stop.
///
/// Nothing here reads workflows, checks them or shows anything to people; the readers of the event stream do.
@NullMarked
package dev.weft.runtime.execution;

import org.jspecify.annotations.NullMarked;
