package dev.weft.nodes.api;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What happens while a plan is run, in the order in which it happens.
///
/// The first event is [ExecutionStarted], the last [ExecutionFinished]. Of each planned node, and of each that
/// an
/// expansion adds, there is one of [NodeCached], [NodeFinished], [NodeFailed], [NodeSkipped] and [NodeBlocked],
/// unless
/// the execution is cancelled before its turn. Nodes run side by side, so events of one may come between
/// another's.
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

    /// A node shows its unfinished work. Only told if the listener wants to see it.
    ///
    /// @param node the node's id
    /// @param pictures one a row of the batch, in place of those that it showed before
    record NodePreview(String node, List<PreviewPicture> pictures) implements ExecutionEvent {
        /// Takes a copy.
        public NodePreview {
            pictures = List.copyOf(pictures);
        }
    }

    /// A node has written a file.
    ///
    /// @param node the node's id
    /// @param file where it lies
    record FileSaved(String node, Path file) implements ExecutionEvent {}

    /// A node has turned into more nodes. It is finished when those are that its outputs need.
    ///
    /// @param node the node's id
    /// @param shown id of the node of the document as part of which all this is shown: `node` itself, or the
    /// one
    /// from which it came through one or more expansions
    /// @param nodes ids of the added nodes, under which their events follow
    record NodeExpanded(String node, String shown, List<String> nodes) implements ExecutionEvent {
        /// Takes a copy.
        public NodeExpanded {
            nodes = List.copyOf(nodes);
        }
    }

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

    /// A node does not run because it was given a [Blocked] value, which is no failure.
    ///
    /// @param node the node's id
    /// @param message one sentence for the user, if there is something to say
    record NodeBlocked(String node, Optional<String> message) implements ExecutionEvent {}

    /// The run is over.
    ///
    /// @param outcome how it ended
    /// @param duration how long it took
    record ExecutionFinished(Outcome outcome, Duration duration) implements ExecutionEvent {}
}
