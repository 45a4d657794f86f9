package dev.weft.editor.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The run that is going on.
///
/// @param number the run's number in the queue
/// @param title what people call it
/// @param document the open document that it came from, if it still is open
/// @param fraction how much of it is done, from 0 to 1
/// @param node what people call the node that works; empty before the first
/// @param step how many of that node's steps are done
/// @param steps how many steps it has; 0 if it does not say
/// @param left how long the run will still take, if that can be told
/// @param previews what was last shown of the work
/// @param cancelling whether it was asked to stop
public record CurrentRun(
        long number,
        String title,
        Optional<UUID> document,
        double fraction,
        String node,
        int step,
        int steps,
        Optional<Duration> left,
        List<Preview> previews,
        boolean cancelling) {
    /// Takes a copy of `previews`.
    public CurrentRun {
        previews = List.copyOf(previews);
    }
}
