package dev.weft.runtime.queue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is remembered of a run.
///
/// @param run the run
/// @param attempts every time that a worker took it, the first one first
/// @param files what its latest attempt saved, in order
/// @param failures what went wrong in its latest attempt
/// @param nodes what became of its nodes in its latest attempt, in the order in which they were over
public record RunDetails(
        QueuedRun run,
        List<Attempt> attempts,
        List<SavedFile> files,
        List<RunFailure> failures,
        List<NodeRecord> nodes) {
    /// Takes copies of the lists.
    public RunDetails {
        attempts = List.copyOf(attempts);
        files = List.copyOf(files);
        failures = List.copyOf(failures);
        nodes = List.copyOf(nodes);
    }

    /// One time that a worker took a run.
    ///
    /// @param number from 1
    /// @param began when
    /// @param ended when it was over; nothing while it goes on
    /// @param status how it ended, or running
    public record Attempt(int number, Instant began, Optional<Instant> ended, RunStatus status) {}

    /// A file that a node wrote. It may be gone by now.
    ///
    /// @param node the node's id
    /// @param file where it was written
    public record SavedFile(String node, Path file) {}

    /// Something that went wrong.
    ///
    /// @param node the node's id; nothing where the workflow as a whole was refused
    /// @param title what people call the node
    /// @param port the input or parameter at fault
    /// @param message one sentence for the user
    public record RunFailure(Optional<String> node, Optional<String> title, Optional<String> port, String message) {}

    /// What became of a node.
    ///
    /// @param node its id
    /// @param title what people call it
    /// @param fate how it ended
    /// @param duration how long it worked; zero unless it finished
    /// @param remark why it was skipped or blocked
    public record NodeRecord(String node, String title, NodeFate fate, Duration duration, Optional<String> remark) {}

    /// How a node ended.
    public enum NodeFate {
        /// It did its work.
        FINISHED,
        /// Its result was known from before, or not needed.
        CACHED,
        /// It could not do its work.
        FAILED,
        /// It did not work, as one that it depends on failed.
        SKIPPED,
        /// It did not work, as it was told not to, which is no failure.
        BLOCKED
    }
}
