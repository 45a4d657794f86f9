package dev.weft.runtime.profile;

import dev.weft.graph.NodeTypeId;
import dev.weft.graph.PortAddress;
import dev.weft.graph.validation.PlannedNode;
import dev.weft.models.backend.ModelUse;
import dev.weft.runtime.observation.ExecutionWork;
import dev.weft.runtime.observation.NodeWork;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// One measurement as events of a timeline: a slice for each execution, node and use of a model, on the track
/// of the thread in which it happened, and an arrow for each link between nodes that both ran.
final class Trace {
    private final long began;
    private final List<ExecutionWork> executions;
    private final List<NodeWork> nodes;
    private final List<Use> uses;

    Trace(long began, List<ExecutionWork> executions, List<NodeWork> nodes, List<Use> uses) {
        this.began = began;
        this.executions = executions;
        this.nodes = nodes;
        this.uses = uses;
    }

    void write(Writer out) throws IOException {
        try (TraceWriter trace = new TraceWriter(out, began)) {
            for (Thread thread : threads()) {
                trace.track(thread);
            }
            for (ExecutionWork work : executions) {
                String title = work.plan().workflow().title();
                trace.slice(
                        title.isBlank() ? "execution" : title,
                        "execution",
                        work.thread(),
                        work.start(),
                        work.end(),
                        Map.of(
                                "execution",
                                work.execution(),
                                "outcome",
                                work.outcome().name().toLowerCase(Locale.ROOT)));
            }
            Map<String, Map<String, PlannedNode>> planned = planned();
            for (NodeWork work : nodes) {
                trace.slice(title(work, planned), "node", work.thread(), work.start(), work.end(), described(work));
            }
            for (Use use : uses) {
                ModelUse model = use.model();
                String verb = model.kind().name().toLowerCase(Locale.ROOT);
                trace.slice(
                        verb + " " + ModelTimes.shortName(model.model()),
                        "model",
                        use.thread(),
                        model.start(),
                        model.end(),
                        Map.of("model", model.model()));
            }
            arrows(trace, planned);
        }
    }

    private Set<Thread> threads() {
        Set<Thread> threads = new LinkedHashSet<>();
        executions.forEach(work -> threads.add(work.thread()));
        nodes.forEach(work -> threads.add(work.thread()));
        uses.forEach(use -> threads.add(use.thread()));
        return threads;
    }

    private Map<String, Map<String, PlannedNode>> planned() {
        Map<String, Map<String, PlannedNode>> planned = new HashMap<>();
        for (ExecutionWork work : executions) {
            Map<String, PlannedNode> byId = new HashMap<>();
            work.plan().nodes().forEach(node -> byId.put(node.id(), node));
            planned.put(work.execution(), byId);
        }
        return planned;
    }

    private static String title(NodeWork work, Map<String, Map<String, PlannedNode>> planned) {
        PlannedNode node = planned.getOrDefault(work.execution(), Map.of()).get(work.node());
        if (node == null) {
            return work.type().path();
        }
        String own = node.node().title();
        return own.isBlank() ? node.signature().title() : own;
    }

    private static Map<String, String> described(NodeWork work) {
        NodeTypeId type = work.type();
        Map<String, String> members = new LinkedHashMap<>();
        members.put("node", work.node());
        members.put("type", type.toString());
        members.put("plugin", type.namespace());
        members.put("execution", work.execution());
        members.put("outcome", work.failed() ? "failed" : "done");
        return members;
    }

    private void arrows(TraceWriter trace, Map<String, Map<String, PlannedNode>> planned) throws IOException {
        Map<String, Map<String, NodeWork>> works = new HashMap<>();
        for (NodeWork work : nodes) {
            works.computeIfAbsent(work.execution(), _ -> new HashMap<>()).put(work.node(), work);
        }
        for (NodeWork work : nodes) {
            PlannedNode node = planned.getOrDefault(work.execution(), Map.of()).get(work.node());
            if (node == null) {
                continue;
            }
            for (Map.Entry<String, PortAddress> link : node.inputs().entrySet()) {
                NodeWork source = works.getOrDefault(work.execution(), Map.of())
                        .get(link.getValue().node());
                if (source != null && source.end() <= work.start()) {
                    trace.arrow(link.getKey(), source.thread(), source.end() - 1, work.thread(), work.start());
                }
            }
        }
    }
}
