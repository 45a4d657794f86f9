package dev.weft.editor.run;

import java.util.List;

/// How a document is to be run.
///
/// @param front whether before all runs that wait
/// @param targets ids of the nodes to run for, in the whole workflow; all output nodes if there are none
/// @param count how often, from 1
/// @param automatic whether nobody pressed anything: seeds then stay as they are
public record RunRequest(boolean front, List<String> targets, int count, boolean automatic) {
    /// As the run button does it.
    public static final RunRequest USUAL = new RunRequest(false, List.of(), 1, false);

    /// Takes a copy of the targets.
    public RunRequest {
        targets = List.copyOf(targets);
    }

    /// The same more often.
    public RunRequest times(int changed) {
        return new RunRequest(front, targets, changed, automatic);
    }

    /// The same before all runs that wait.
    public RunRequest inFront() {
        return new RunRequest(true, targets, count, automatic);
    }

    /// Only as far as these nodes.
    public static RunRequest upTo(List<String> nodes) {
        return new RunRequest(false, nodes, 1, false);
    }
}
