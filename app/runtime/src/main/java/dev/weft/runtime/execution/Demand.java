package dev.weft.runtime.execution;

import dev.weft.graph.PortAddress;
import dev.weft.graph.validation.Plan;
import dev.weft.graph.validation.PlannedNode;
import dev.weft.nodes.api.NodeOutputs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which nodes of a plan still have to work, and which results somebody still waits for.
///
/// Walks from the terminal nodes to their inputs and stops where a result is known, so that neither the inputs of a
/// cached node nor what only a failed branch needs is run. Everything is iterative and linear in the plan.
final class Demand {
    private final List<PlannedNode> nodes;
    private final Map<String, NodeOutputs> known = new HashMap<>();
    private final Map<String, Integer> readers = new HashMap<>();
    private final Map<String, String> lost = new HashMap<>();
    private final Set<String> over = new HashSet<>();
    private Set<String> working = Set.of();

    /// @param fingerprints of the plan's nodes, as far as they could be taken
    Demand(Plan plan, Map<String, Fingerprint> fingerprints, ResultCache cache) {
        nodes = plan.nodes();
        work(node -> Optional.ofNullable(fingerprints.get(node.id())).flatMap(cache::find));
    }

    /// Whether the node has to work.
    boolean wants(PlannedNode node) {
        return working.contains(node.id());
    }

    /// The failed node because of which this one cannot work, or need not.
    Optional<String> lostTo(PlannedNode node) {
        return Optional.ofNullable(lost.get(node.id()));
    }

    /// The result of a node, while some node that has yet to work reads it.
    Optional<NodeOutputs> result(String node) {
        return Optional.ofNullable(known.get(node));
    }

    /// Notes that a node has done its work, keeps its result for those who read it, and lets go of what nobody reads
    /// any more.
    void done(PlannedNode node, NodeOutputs outputs) {
        String id = node.id();
        over.add(id);
        if (readers.getOrDefault(id, 0) > 0) {
            known.put(id, outputs);
        }
        release(node);
    }

    /// Notes that a node failed. All that depends on it is lost, and so is what only those would have read.
    void failed(PlannedNode failed) {
        String cause = failed.id();
        over.add(cause);
        lost.put(cause, cause);
        for (PlannedNode node : nodes) {
            if (!over.contains(node.id()) && anySourceLostTo(node, cause)) {
                lost.putIfAbsent(node.id(), cause);
            }
        }
        Set<String> before = working;
        work(node -> Optional.empty());
        for (PlannedNode node : nodes) {
            String id = node.id();
            if (before.contains(id) && !working.contains(id) && !over.contains(id)) {
                lost.putIfAbsent(id, cause);
            }
        }
        known.keySet().removeIf(id -> readers.getOrDefault(id, 0) == 0);
    }

    private boolean anySourceLostTo(PlannedNode node, String cause) {
        for (PortAddress source : node.inputs().values()) {
            if (cause.equals(lost.get(source.node()))) {
                return true;
            }
        }
        return false;
    }

    private void work(Lookup lookup) {
        Set<String> needed = new HashSet<>();
        Set<String> wanted = new HashSet<>();
        readers.clear();
        for (PlannedNode node : nodes.reversed()) {
            String id = node.id();
            boolean terminal = node.signature().terminal();
            if (over.contains(id) || lost.containsKey(id) || !(terminal || needed.contains(id))) {
                continue;
            }
            if (!terminal) {
                lookup.find(node).ifPresent(outputs -> known.put(id, outputs));
                if (known.containsKey(id)) {
                    continue;
                }
            }
            wanted.add(id);
            for (PortAddress source : node.inputs().values()) {
                needed.add(source.node());
                readers.merge(source.node(), 1, Integer::sum);
            }
        }
        working = wanted;
    }

    private void release(PlannedNode node) {
        for (PortAddress source : node.inputs().values()) {
            if (readers.merge(source.node(), -1, Integer::sum) <= 0) {
                known.remove(source.node());
            }
        }
    }

    /// Looks for a node's result from an earlier execution.
    @FunctionalInterface
    private interface Lookup {
        Optional<NodeOutputs> find(PlannedNode node);
    }
}
