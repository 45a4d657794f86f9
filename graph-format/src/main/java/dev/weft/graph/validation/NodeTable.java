package dev.weft.graph.validation;

import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Subgraph;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The nodes of a workflow by their number in the document, with what is known of their types.
final class NodeTable {
    private final List<Node> nodes;
    private final List<Optional<NodeForm>> forms;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, Integer> duplicates = new LinkedHashMap<>();

    NodeTable(List<Node> nodes, NodeCatalog catalog) {
        this.nodes = nodes;
        this.forms = new ArrayList<>(nodes.size());
        Map<NodeTypeId, Optional<NodeForm>> known = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            forms.add(known.computeIfAbsent(
                    node.type(), type -> catalog.find(type).map(NodeForm::of)));
            if (numbers.putIfAbsent(node.id(), i) != null) {
                duplicates.merge(node.id(), 1, Integer::sum);
            }
        }
    }

    int size() {
        return nodes.size();
    }

    Node node(int number) {
        return nodes.get(number);
    }

    /// What is known of a node's type; nothing if nobody provides it.
    Optional<NodeForm> form(int number) {
        return forms.get(number);
    }

    /// The node of this id, the first if there are several; −1 if there is none.
    int number(String id) {
        return numbers.getOrDefault(id, -1);
    }

    /// All nodes of this id.
    IntStream numbers(String id) {
        return IntStream.range(0, nodes.size()).filter(i -> nodes.get(i).id().equals(id));
    }

    Iterable<String> ids() {
        return numbers.keySet();
    }

    boolean isTerminal(int number) {
        return forms.get(number).map(form -> form.signature().terminal()).orElse(false);
    }

    /// Ids that several nodes have, types that are unknown or too old.
    List<Problem> problems(NodeCatalog catalog, Suggestions suggestions) {
        List<Problem> problems = new ArrayList<>();
        duplicates.forEach((id, more) -> problems.add(new WorkflowProblem.DuplicateNodeId(id, more + 1)));
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            Optional<NodeForm> form = forms.get(i);
            if (form.isEmpty()) {
                problems.add(unknownType(node, catalog, suggestions));
            } else {
                NodeSignature signature = form.get().signature();
                if (node.version() > signature.version()) {
                    problems.add(new NodeProblem.NewerTypeVersion(
                            node.id(), node.type(), node.version(), signature.version()));
                }
            }
        }
        return problems;
    }

    private static Problem unknownType(Node node, NodeCatalog catalog, Suggestions suggestions) {
        NodeTypeId type = node.type();
        if (type.namespace().equals(Subgraph.NAMESPACE)) {
            return new NodeProblem.UnknownSubgraph(node.id(), type.path());
        }
        List<String> names = new ArrayList<>();
        boolean pluginKnown = false;
        for (NodeSignature signature : catalog.all()) {
            names.add(signature.id().toString());
            pluginKnown |= signature.id().namespace().equals(type.namespace());
        }
        Optional<NodeTypeId> near = suggestions.nearest(type.toString(), names).map(NodeTypeId::parse);
        return new NodeProblem.UnknownType(node.id(), type, pluginKnown, near);
    }
}
