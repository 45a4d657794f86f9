package dev.weft.nodes.api;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What happens while a plan is run, in the order in which it happens.
///
/// The first event is [ExecutionStarted], the last [ExecutionFinished]. Of each planned node there is exactly one of
/// [NodeCached], [NodeFinished], [NodeFailed] and [NodeSkipped], unless the execution is cancelled before its turn.
public sealed interface ExecutionEvent {
    /// The run begins.
    ///
    /// @param nodes number of nodes in the plan
    record ExecutionStarted(int nodes) implements ExecutionEvent {}

    /// A node begins to work.
    ///
    /// @param node the node's id
    record NodeStarted(String node) implements ExecutionEvent {}

    /// A node need not work: its result is known from before, or nothing that does work needs it.
    ///
    /// @param node the node's id
    record NodeCached(String node) implements ExecutionEvent {}

    /// A node has done a part of its work.
    ///
    /// @param node the node's id
    /// @param step how many steps are done
    /// @param steps how many there are
    record NodeProgress(String node, int step, int steps) implements ExecutionEvent {}

    /// A node has written a file.
    ///
    /// @param node the node's id
    /// @param file where it lies
    record FileSaved(String node, Path file) implements ExecutionEvent {}

    /// A node has done its work.
    ///
    /// @param node the node's id
    /// @param duration how long it took
    record NodeFinished(String node, Duration duration) implements ExecutionEvent {}

    /// A node could not do its work.
    ///
    /// @param node the node's id
    /// @param port the input or parameter at fault, if there is one
    /// @param message one sentence for the user: what is wrong, and what to do
    record NodeFailed(String node, Optional<String> port, String message) implements ExecutionEvent {}

    /// A node did not work because one that it depends on failed.
    ///
    /// @param node the node's id
    /// @param because id of the node that failed
    record NodeSkipped(String node, String because) implements ExecutionEvent {}

    /// The run is over.
    ///
    /// @param outcome how it ended
    /// @param duration how long it took
    record ExecutionFinished(Outcome outcome, Duration duration) implements ExecutionEvent {}
}
