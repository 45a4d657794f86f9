package dev.weft.editor.run;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells what of a workflow would come out differently than when it was run.
final class Staleness {
    private Staleness() {}

    /// Whether two workflows do the same: they may be drawn and named differently.
    static boolean same(Workflow one, Workflow other) {
        return changed(one, other).isEmpty()
                && one.nodes().size() == other.nodes().size();
    }

    /// Ids of the nodes of `now` that differ in what they do, and of all that take values from those.
    static Set<String> changed(Workflow ran, Workflow now) {
        Map<String, Node> before = byId(ran.nodes());
        Map<PortAddress, PortAddress> wiresBefore = wires(ran);
        Map<PortAddress, PortAddress> wiresNow = wires(now);
        boolean otherInside = !ran.subgraphs().equals(now.subgraphs());
        Set<String> found = new HashSet<>();
        for (Node node : now.nodes()) {
            Node old = before.get(node.id());
            if (old == null
                    || !sameWork(old, node)
                    || (otherInside && now.subgraph(node.type()).isPresent())) {
                found.add(node.id());
            }
        }
        wiresNow.forEach((to, from) -> {
            if (!from.equals(wiresBefore.get(to))) {
                found.add(to.node());
            }
        });
        wiresBefore.keySet().stream().filter(to -> !wiresNow.containsKey(to)).forEach(to -> found.add(to.node()));
        return withFollowers(found, now.links());
    }

    private static boolean sameWork(Node one, Node other) {
        return one.type().equals(other.type())
                && one.version() == other.version()
                && one.mode() == other.mode()
                && (one.parameters().equals(other.parameters()) || settled(one).equals(settled(other)));
    }

    /// What is set on a node, without the seeds that change by themselves after each run.
    private static Map<String, JsonValue> settled(Node node) {
        Map<String, JsonValue> settled = new HashMap<>(node.parameters());
        settled.keySet().removeAll(node.seedChanges().keySet());
        return settled;
    }

    private static Set<String> withFollowers(Set<String> begin, List<Link> links) {
        if (begin.isEmpty()) {
            return begin;
        }
        Map<String, Set<String>> next = new HashMap<>();
        links.forEach(link -> next.computeIfAbsent(link.from().node(), _ -> new HashSet<>())
                .add(link.to().node()));
        Set<String> all = new HashSet<>(begin);
        Deque<String> open = new ArrayDeque<>(begin);
        while (!open.isEmpty()) {
            for (String follower : next.getOrDefault(open.remove(), Set.of())) {
                if (all.add(follower)) {
                    open.add(follower);
                }
            }
        }
        return all;
    }

    private static Map<String, Node> byId(List<Node> nodes) {
        Map<String, Node> byId = HashMap.newHashMap(nodes.size());
        nodes.forEach(node -> byId.put(node.id(), node));
        return byId;
    }

    private static Map<PortAddress, PortAddress> wires(Workflow workflow) {
        Map<PortAddress, PortAddress> wires =
                HashMap.newHashMap(workflow.links().size());
        workflow.links().forEach(link -> wires.put(link.to(), link.from()));
        return wires;
    }
}
