package dev.weft.editor.run;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// A run whose turn has not come.
///
/// @param number the run's number in the queue
/// @param title what people call it
/// @param document the open document that it came from, if it still is open
/// @param gist what is special about it
/// @param expected how long it will take, if an equal one was run before
public record WaitingRun(
        long number, String title, Optional<UUID> document, RunGist gist, Optional<Duration> expected) {}
