package dev.weft.runtime.observation;

import dev.weft.graph.NodeTypeId;

/// That a node has run, in the thread in which it did.
///
/// @param execution id of the execution
/// @param node id of the node
/// @param type its type
/// @param failed whether it failed or was stopped
/// @param thread where it ran
/// @param start when it began, as [System#nanoTime()] counts
/// @param end when it was over
public record NodeWork(
        String execution, String node, NodeTypeId type, boolean failed, Thread thread, long start, long end) {}
