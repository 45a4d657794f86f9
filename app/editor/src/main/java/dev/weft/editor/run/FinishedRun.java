package dev.weft.editor.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/// A run that is over.
///
/// @param number the run's number in the queue
/// @param title what people call it
/// @param document the open document that it came from, if it still is open
/// @param ending how it ended
/// @param ended when
/// @param took how long it ran; nothing if it never did
/// @param pictures the picture files that it wrote, in order
/// @param message what went wrong, one sentence, or empty
/// @param node id of the node at fault, if it was one
/// @param consistency how alike in style its pictures are, from 0 to 1, if it measured that
public record FinishedRun(
        long number,
        String title,
        Optional<UUID> document,
        Ending ending,
        Instant ended,
        Optional<Duration> took,
        List<Path> pictures,
        String message,
        Optional<String> node,
        OptionalDouble consistency) {
    /// How a run can end.
    public enum Ending {
        /// Every node did its work.
        DONE,
        /// A node failed, or the workflow could not be run.
        FAILED,
        /// It was stopped on request.
        CANCELLED,
        /// The program ended before the run did.
        INTERRUPTED
    }

    /// Takes a copy of `pictures`.
    public FinishedRun {
        pictures = List.copyOf(pictures);
    }
}
