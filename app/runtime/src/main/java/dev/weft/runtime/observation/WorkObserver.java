package dev.weft.runtime.observation;

import dev.weft.nodes.api.ExecutionEvent;

/// Is told of every execution of a runtime while it happens. Calls come in the threads that work, so they must
/// be quick and throw nothing.
public interface WorkObserver {
    /// Something happened; told in the thread that coordinates the execution.
    void happened(String execution, ExecutionEvent event);

    /// A node has run; told in the thread in which it did.
    void ran(NodeWork work);

    /// An execution is over; told in the thread that coordinated it.
    void executed(ExecutionWork work);
}
