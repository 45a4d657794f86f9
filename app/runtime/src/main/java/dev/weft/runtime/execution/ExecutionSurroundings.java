package dev.weft.runtime.execution;

import dev.weft.graph.PortAddress;
import dev.weft.graph.json.WorkflowWriter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.validation.Plan;
import dev.weft.graph.validation.PlannedNode;
import dev.weft.nodes.api.Cancellation;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.ExecutionEvent.FileSaved;
import dev.weft.nodes.api.ExecutionEvent.NodeProgress;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeGraph;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the nodes of one execution are told of it. Costly answers are worked out when a node first asks.
final class ExecutionSurroundings {
    private final Plan plan;
    private final Folders folders;
    private final Cancellation cancellation;
    private final Consumer<ExecutionEvent> listener;
    private final Map<String, PlannedNode> byId = new HashMap<>();
    private @Nullable String workflowText;

    ExecutionSurroundings(Plan plan, Folders folders, Cancellation cancellation, Consumer<ExecutionEvent> listener) {
        this.plan = plan;
        this.folders = folders;
        this.cancellation = cancellation;
        this.listener = listener;
        plan.nodes().forEach(node -> byId.put(node.id(), node));
    }

    NodeContext of(PlannedNode node) {
        return new Context(node);
    }

    private String workflowText() {
        String text = workflowText;
        if (text == null) {
            text = WorkflowWriter.toText(plan.workflow());
            workflowText = text;
        }
        return text;
    }

    private Map<String, ParameterValues> upstream(PlannedNode node) {
        Set<String> found = new HashSet<>();
        Deque<PlannedNode> open = new ArrayDeque<>();
        open.add(node);
        while (!open.isEmpty()) {
            for (PortAddress source : open.remove().inputs().values()) {
                PlannedNode next = byId.get(source.node());
                if (next != null && found.add(source.node())) {
                    open.add(next);
                }
            }
        }
        Map<String, ParameterValues> inOrder = new LinkedHashMap<>();
        for (PlannedNode candidate : plan.nodes()) {
            if (found.contains(candidate.id())) {
                inOrder.put(candidate.id(), candidate.parameters());
            }
        }
        return Collections.unmodifiableMap(inOrder);
    }

    private final class Context implements NodeContext {
        private final PlannedNode node;

        Context(PlannedNode node) {
            this.node = node;
        }

        @Override
        public String node() {
            return node.id();
        }

        @Override
        public NodeGraph graph() {
            return new PlanGraph(plan);
        }

        @Override
        public Cancellation cancellation() {
            return cancellation;
        }

        @Override
        public void progress(int step, int steps) {
            listener.accept(new NodeProgress(node.id(), step, steps));
        }

        @Override
        public void saved(Path file) {
            listener.accept(new FileSaved(node.id(), file));
        }

        @Override
        public Path outputFolder() {
            return folders.output();
        }

        @Override
        public String workflow() {
            return workflowText();
        }

        @Override
        public Map<String, ParameterValues> upstream() {
            return ExecutionSurroundings.this.upstream(node);
        }
    }
}
