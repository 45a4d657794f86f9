package dev.weft.runtime.profile;

import dev.weft.graph.PortAddress;
import dev.weft.graph.validation.PlannedNode;
import dev.weft.runtime.observation.ExecutionWork;
import dev.weft.runtime.observation.NodeWork;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Adds up what one execution took.
final class Tally {
    private final ExecutionWork execution;
    private final Fates fates;
    private final Attribution attribution;
    private final Map<String, NodeWork> works = new HashMap<>();

    Tally(ExecutionWork execution, List<NodeWork> nodes, Fates fates, Attribution attribution) {
        this.execution = execution;
        this.fates = fates;
        this.attribution = attribution;
        nodes.stream()
                .filter(work -> work.execution().equals(execution.execution()))
                .forEach(work -> works.put(work.node(), work));
    }

    ExecutionTimes times() {
        List<NodeTimes> times = new ArrayList<>();
        for (PlannedNode planned : execution.plan().nodes()) {
            times.add(times(planned.id(), begun(planned)));
            Deque<String> grown = new ArrayDeque<>(fates.grownFrom(planned.id()));
            while (!grown.isEmpty()) {
                String node = grown.removeFirst();
                times.add(times(node, works.containsKey(node) ? works.get(node).start() : 0));
                fates.grownFrom(node).reversed().forEach(grown::addFirst);
            }
        }
        return new ExecutionTimes(
                execution.plan(),
                execution.outcome(),
                Duration.ofNanos(execution.end() - execution.start()),
                times,
                attribution.elsewhere(execution));
    }

    /// @param ready when the node could have begun
    private NodeTimes times(String node, long ready) {
        @Nullable NodeWork work = works.get(node);
        if (work == null) {
            return new NodeTimes(node, fates.shown(node), fates.of(node), Duration.ZERO, Duration.ZERO, List.of());
        }
        return new NodeTimes(
                node,
                fates.shown(node),
                fates.of(node),
                Duration.ofNanos(Math.max(0, work.start() - ready)),
                Duration.ofNanos(work.end() - work.start()),
                attribution.within(work));
    }

    private long begun(PlannedNode node) {
        long ready = execution.start();
        for (PortAddress source : node.inputs().values()) {
            NodeWork before = works.get(source.node());
            if (before != null) {
                ready = Math.max(ready, before.end());
            }
        }
        return ready;
    }
}
