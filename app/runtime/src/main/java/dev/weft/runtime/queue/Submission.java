package dev.weft.runtime.queue;

import java.nio.file.Path;
import java.util.Optional;

/// A run that is to be accepted.
///
/// @param title what people call it
/// @param source the file that the workflow was read from, for people to read; it is never read again
/// @param workflow the whole text of the workflow
/// @param settings what the run needs beside it
/// @param place where it stands in line
public record Submission(String title, Optional<Path> source, String workflow, RunSettings settings, Place place) {
    /// Where a run stands in line.
    public sealed interface Place {
        /// Before all that are waiting.
        record Front() implements Place {}

        /// After those with the same or a higher priority.
        ///
        /// @param priority higher ones go first; 0 is ordinary
        record Back(int priority) implements Place {}
    }
}
