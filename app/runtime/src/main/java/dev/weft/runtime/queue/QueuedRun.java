package dev.weft.runtime.queue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// A run that was accepted, without its workflow.
///
/// @param id its number
/// @param title what people call it
/// @param source the file that the workflow was read from
/// @param settings what the run needs beside its workflow
/// @param priority higher ones go first; 0 is ordinary
/// @param accepted when it was accepted
/// @param attempts how often a worker took it
/// @param state how far it has come
public record QueuedRun(
        RunId id,
        String title,
        Optional<Path> source,
        RunSettings settings,
        int priority,
        Instant accepted,
        int attempts,
        RunState state) {
    /// How far it has come, in one word.
    public RunStatus status() {
        return state.status();
    }
}
