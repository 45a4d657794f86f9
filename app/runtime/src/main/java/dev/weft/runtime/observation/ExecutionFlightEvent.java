package dev.weft.runtime.observation;

import dev.weft.nodes.api.Outcome;
import java.util.Locale;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// For Java's flight recorder: a workflow was run.
@Name("dev.weft.Execution")
@Label("Execution")
@Category("Weft")
@Description("A workflow was run")
@StackTrace(false)
final class ExecutionFlightEvent extends Event {
    @Label("Execution")
    final String execution;

    @Label("Planned Nodes")
    final int nodes;

    @Label("Outcome")
    String outcome = "";

    ExecutionFlightEvent(String execution, int nodes) {
        this.execution = execution;
        this.nodes = nodes;
    }

    void end(Outcome how) {
        if (isEnabled()) {
            outcome = how.name().toLowerCase(Locale.ROOT);
            commit();
        }
    }
}
