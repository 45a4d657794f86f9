package dev.weft.runtime.profile;

import dev.weft.models.backend.ModelUse;
import dev.weft.runtime.observation.ExecutionWork;
import dev.weft.runtime.observation.NodeWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Which node each use of a model belongs to: the one that ran in the same thread at that time. A model that is
/// opened in a thread of its own is waited for by the node that first runs it afterwards: as much of the
/// opening counts within that node as fell into its time.
final class Attribution {
    private final Map<Thread, NavigableMap<Long, NodeWork>> byThread = new HashMap<>();
    private final Map<NodeWork, List<ModelUse>> byNode = new HashMap<>();
    private final List<ModelUse> elsewhere = new ArrayList<>();

    Attribution(List<NodeWork> nodes, List<Use> uses) {
        for (NodeWork node : nodes) {
            byThread.computeIfAbsent(node.thread(), _ -> new TreeMap<>()).put(node.start(), node);
        }
        Map<String, NavigableMap<Long, NodeWork>> runsOfModels = new HashMap<>();
        for (Use use : uses) {
            ModelUse model = use.model();
            if (model.kind() == ModelUse.Kind.RUNNING) {
                around(use)
                        .ifPresent(node -> runsOfModels
                                .computeIfAbsent(model.model(), _ -> new TreeMap<>())
                                .put(model.start(), node));
            }
        }
        for (Use use : uses) {
            Optional<NodeWork> node = around(use);
            if (node.isPresent()) {
                add(node.get(), use.model());
            } else if (use.model().kind() == ModelUse.Kind.OPENING) {
                addOpening(use.model(), runsOfModels.getOrDefault(use.model().model(), new TreeMap<>()));
            } else {
                elsewhere.add(use.model());
            }
        }
    }

    private void addOpening(ModelUse opening, NavigableMap<Long, NodeWork> runs) {
        Map.Entry<Long, NodeWork> next = runs.ceilingEntry(opening.end());
        if (next == null || next.getValue().start() >= opening.end()) {
            elsewhere.add(opening);
        } else {
            NodeWork node = next.getValue();
            long start = Math.max(opening.start(), node.start());
            add(node, new ModelUse(opening.kind(), opening.model(), start, opening.end()));
        }
    }

    private void add(NodeWork node, ModelUse use) {
        byNode.computeIfAbsent(node, _ -> new ArrayList<>()).add(use);
    }

    private Optional<NodeWork> around(Use use) {
        NavigableMap<Long, NodeWork> works = byThread.getOrDefault(use.thread(), new TreeMap<>());
        return Optional.ofNullable(works.floorEntry(use.model().start()))
                .map(Map.Entry::getValue)
                .filter(node -> node.end() >= use.model().end());
    }

    /// What models took within a node.
    List<ModelTimes> within(NodeWork node) {
        return sums(byNode.getOrDefault(node, List.of()));
    }

    /// What models took while an execution ran, but in no node.
    List<ModelTimes> elsewhere(ExecutionWork execution) {
        return sums(elsewhere.stream()
                .filter(use -> use.start() >= execution.start() && use.end() <= execution.end())
                .toList());
    }

    private static List<ModelTimes> sums(List<ModelUse> uses) {
        record Sort(ModelUse.Kind kind, String model) {}
        Map<Sort, ModelTimes> sums = new LinkedHashMap<>();
        for (ModelUse use : uses) {
            sums.merge(
                    new Sort(use.kind(), use.model()),
                    new ModelTimes(use.kind(), use.model(), 1, Duration.ofNanos(use.end() - use.start())),
                    (sum, one) -> new ModelTimes(
                            sum.kind(), sum.model(), sum.count() + 1, sum.time().plus(one.time())));
        }
        return List.copyOf(sums.values());
    }
}
