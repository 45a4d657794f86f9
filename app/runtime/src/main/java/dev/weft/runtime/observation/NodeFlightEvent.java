package dev.weft.runtime.observation;

import dev.weft.graph.NodeTypeId;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/// For Java's flight recorder: a node has run.
@Name("dev.weft.Node")
@Label("Node")
@Category("Weft")
@Description("A node of a workflow has run, in this thread")
@StackTrace(false)
final class NodeFlightEvent extends Event {
    @Label("Execution")
    final String execution;

    @Label("Node")
    final String node;

    @Label("Node Type")
    @Nullable
    String type;

    @Label("Plugin")
    @Nullable
    String plugin;

    @Label("Failed")
    boolean failed;

    private final transient NodeTypeId id;

    NodeFlightEvent(String execution, String node, NodeTypeId id) {
        this.execution = execution;
        this.node = node;
        this.id = id;
    }

    void end(boolean hasFailed) {
        if (isEnabled()) {
            type = id.toString();
            plugin = id.namespace();
            failed = hasFailed;
            commit();
        }
    }
}
