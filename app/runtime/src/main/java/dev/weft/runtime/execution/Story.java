package dev.weft.runtime.execution;

import dev.weft.nodes.api.NodeOutputs;
import java.util.Optional;

/// What [Demand] finds out about tasks.
interface Story {
    /// It can run.
    void ready(Task task);

    /// It need not run.
    void cached(Task task);

    /// It does not run because `cause` failed.
    void skipped(Task task, String cause);

    /// It does not run because something that it was given tells it not to.
    void blocked(Task task, Optional<String> message);

    /// It cannot run.
    void failed(Task task, Optional<String> port, String message);

    /// All is there that the outputs of an expanded task need.
    void assembled(Task task, NodeOutputs outputs);
}
