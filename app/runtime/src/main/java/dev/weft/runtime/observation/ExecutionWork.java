package dev.weft.runtime.observation;

import dev.weft.graph.validation.Plan;
import dev.weft.nodes.api.Outcome;

/// That an execution is over.
///
/// @param execution its id
/// @param plan what was run
/// @param outcome how it ended
/// @param thread the thread that coordinated it
/// @param start when it began, as [System#nanoTime()] counts
/// @param end when it was over
public record ExecutionWork(String execution, Plan plan, Outcome outcome, Thread thread, long start, long end) {}
