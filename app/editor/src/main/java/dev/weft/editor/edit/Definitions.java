package dev.weft.editor.edit;

import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The subgraphs of a workflow, and how those of another join them.
final class Definitions {
    private Definitions() {}

    /// What joins, and what it is called from then on.
    ///
    /// @param added the subgraphs that the workflow lacked
    /// @param types the types that nodes have from then on, by those that they had
    record Joined(List<Subgraph> added, Map<NodeTypeId, NodeTypeId> types) {
        Node node(Node node) {
            NodeTypeId type = types.get(node.type());
            return type == null ? node : retyped(node, type);
        }
    }

    /// The subgraphs that nodes stand for, and those that these use in turn, in the order of the list.
    static List<Subgraph> needed(Collection<Node> nodes, List<Subgraph> subgraphs) {
        Map<NodeTypeId, Subgraph> byType = byType(subgraphs);
        Map<NodeTypeId, Subgraph> found = new HashMap<>();
        Deque<Node> waiting = new ArrayDeque<>(nodes);
        while (!waiting.isEmpty()) {
            Subgraph used = byType.get(waiting.remove().type());
            if (used != null && found.putIfAbsent(used.type(), used) == null) {
                waiting.addAll(used.nodes());
            }
        }
        return subgraphs.stream()
                .filter(subgraph -> subgraph.equals(found.get(subgraph.type())))
                .distinct()
                .toList();
    }

    /// How subgraphs join those of a workflow. One that is there already is shared; one that is named like
    /// another
    /// gets a
    /// name of its own, and so does one that holds the subgraph that is shown, which cannot hold itself.
    ///
    /// @param shown the subgraph whose inside the workflow is, unless it is whole
    static Joined join(Workflow graph, Optional<Subgraph> shown, List<Subgraph> brought) {
        Map<NodeTypeId, Subgraph> there = byType(graph.subgraphs());
        Identifiers identifiers = identifiers(graph);
        Map<NodeTypeId, NodeTypeId> types = new LinkedHashMap<>();
        List<Subgraph> missing = new ArrayList<>();
        for (Subgraph subgraph : brought) {
            boolean shared = subgraph.equals(there.get(subgraph.type()))
                    && brought.containsAll(needed(subgraph.nodes(), graph.subgraphs()))
                    && shown.stream().noneMatch(holder -> holds(graph, subgraph, holder));
            if (!shared) {
                missing.add(subgraph);
            }
        }
        for (Subgraph subgraph : missing) {
            types.put(subgraph.type(), NodeTypeId.parse(Subgraph.NAMESPACE + ":" + identifiers.next(subgraph.id())));
        }
        Joined names = new Joined(List.of(), types);
        List<Subgraph> added = missing.stream()
                .map(subgraph -> renamed(
                        subgraph,
                        types.getOrDefault(subgraph.type(), subgraph.type()).path(),
                        names))
                .toList();
        return new Joined(added, types);
    }

    /// The names of subgraphs that a new one cannot have.
    static Identifiers identifiers(Workflow graph) {
        List<String> taken = new ArrayList<>(List.of(Subgraph.INPUTS.path(), Subgraph.OUTPUTS.path()));
        graph.subgraphs().forEach(subgraph -> taken.add(subgraph.id()));
        return new Identifiers(taken);
    }

    private static Node retyped(Node node, NodeTypeId type) {
        return new Node(
                node.id(),
                type,
                node.version(),
                node.title(),
                node.position(),
                node.mode(),
                node.look(),
                node.parameters(),
                node.seedChanges(),
                node.extra());
    }

    private static Subgraph renamed(Subgraph subgraph, String id, Joined names) {
        return new Subgraph(
                id,
                subgraph.title(),
                subgraph.inputs(),
                subgraph.outputs(),
                subgraph.parameters(),
                subgraph.nodes().stream().map(names::node).toList(),
                subgraph.links(),
                subgraph.groups(),
                subgraph.notes(),
                subgraph.view(),
                subgraph.extra());
    }

    private static boolean holds(Workflow graph, Subgraph outer, Subgraph inner) {
        return outer.id().equals(inner.id())
                || needed(outer.nodes(), graph.subgraphs()).stream()
                        .anyMatch(used -> used.id().equals(inner.id()));
    }

    private static Map<NodeTypeId, Subgraph> byType(List<Subgraph> subgraphs) {
        Map<NodeTypeId, Subgraph> byType = new LinkedHashMap<>();
        subgraphs.forEach(subgraph -> byType.putIfAbsent(subgraph.type(), subgraph));
        return byType;
    }
}
