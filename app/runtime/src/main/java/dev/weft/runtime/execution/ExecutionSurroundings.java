package dev.weft.runtime.execution;

import dev.weft.graph.json.WorkflowWriter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.validation.Plan;
import dev.weft.nodes.api.Cancellation;
import dev.weft.nodes.api.Folders;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What the nodes of one execution are told of it, in whatever threads they run. Costly answers are worked out
/// when a
/// node first asks.
final class ExecutionSurroundings {
    private final Plan plan;
    private final Folders folders;
    private final Cancellation stop;
    private final Announcer announcer;
    private final TaskGraph graph;
    private final BooleanSupplier previewing;
    private @Nullable String workflowText;

    ExecutionSurroundings(
            Plan plan,
            Folders folders,
            Cancellation stop,
            Announcer announcer,
            TaskGraph graph,
            BooleanSupplier previewing) {
        this.plan = plan;
        this.folders = folders;
        this.stop = stop;
        this.announcer = announcer;
        this.graph = graph;
        this.previewing = previewing;
    }

    Folders folders() {
        return folders;
    }

    Cancellation stop() {
        return stop;
    }

    Announcer announcer() {
        return announcer;
    }

    TaskGraph graph() {
        return graph;
    }

    /// Whether the listener wants to see unfinished pictures.
    boolean previewing() {
        return previewing.getAsBoolean();
    }

    synchronized String workflowText() {
        String text = workflowText;
        if (text == null) {
            text = WorkflowWriter.toText(plan.workflow());
            workflowText = text;
        }
        return text;
    }

    static Map<String, ParameterValues> upstream(Task task) {
        Set<Task> found = new HashSet<>();
        Deque<Task> open = new ArrayDeque<>();
        open.add(task);
        while (!open.isEmpty()) {
            for (Wire wire : open.remove().wires.values()) {
                if (wire instanceof Wire.From from && found.add(from.task())) {
                    open.add(from.task());
                }
            }
        }
        Map<String, ParameterValues> inOrder = new LinkedHashMap<>();
        found.stream().sorted(Comparator.comparingInt(source -> source.number)).forEach(source -> {
            List<ParameterValues> settings = source.settings;
            inOrder.put(source.id, settings == null || settings.isEmpty() ? source.parameters : settings.getFirst());
        });
        return Collections.unmodifiableMap(inOrder);
    }
}
