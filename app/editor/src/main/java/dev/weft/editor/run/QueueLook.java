package dev.weft.editor.run;

import java.util.List;

/// What the queue was found to hold.
///
/// @param waiting the runs that wait, the next one first
/// @param finished the runs that are over, the last one first
/// @param paused whether no run is taken
record QueueLook(List<WaitingRun> waiting, List<FinishedRun> finished, boolean paused) {}
