package dev.weft.runtime.queue;

import java.util.List;

/// A part of a list of runs.
///
/// @param runs the part
/// @param offset how many come before it
/// @param total how long the whole list is
public record HistoryPage(List<QueuedRun> runs, int offset, long total) {
    /// Takes a copy of `runs`.
    public HistoryPage {
        runs = List.copyOf(runs);
    }

    /// Whether there are more behind this part.
    public boolean more() {
        return offset + runs.size() < total;
    }
}
