package dev.weft.runtime.profile;

import dev.weft.runtime.observation.ExecutionWork;
import dev.weft.runtime.observation.NodeWork;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was measured while executions ran.
public final class Profile {
    private final long began;
    private final List<ExecutionWork> executions;
    private final List<NodeWork> nodes;
    private final List<Use> uses;
    private final Map<String, Fates> fates;

    Profile(
            long began,
            List<ExecutionWork> executions,
            List<NodeWork> nodes,
            List<Use> uses,
            Map<String, Fates> fates) {
        this.began = began;
        this.executions = executions.stream()
                .sorted(Comparator.comparingLong(ExecutionWork::start))
                .toList();
        this.nodes =
                nodes.stream().sorted(Comparator.comparingLong(NodeWork::start)).toList();
        this.uses = uses.stream()
                .sorted(Comparator.comparingLong(use -> use.model().start()))
                .toList();
        this.fates = new HashMap<>(fates);
    }

    /// The figures of each execution, in the order in which they began.
    public List<ExecutionTimes> times() {
        Attribution attribution = new Attribution(nodes, uses);
        return executions.stream()
                .map(execution -> new Tally(
                                execution, nodes, fates.getOrDefault(execution.execution(), new Fates()), attribution)
                        .times())
                .toList();
    }

    /// Writes all that was measured in the Trace Event Format of Chrome, as JSON: one track for each thread, on
    /// it executions, the nodes within them and the runs of models within these, and arrows along the links.
    /// `ui.perfetto.dev` and `chrome://tracing` open it.
    public void writeTrace(Writer out) throws IOException {
        new Trace(began, executions, nodes, uses).write(out);
    }
}
