package dev.weft.graph.subgraph;

import dev.weft.graph.ExposedParameter;
import dev.weft.graph.Link;
import dev.weft.graph.Mode;
import dev.weft.graph.Node;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonValue;
import dev.weft.graph.types.NodeCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Replaces nodes that stand for subgraphs by what is inside, and takes out muted and bypassed nodes.
///
/// Every node that vanishes leaves *relays* behind: for each of its outputs the input from which it gives on. A
/// link of
/// the flat workflow begins where following them ends.
public final class Flattening {
    /// A flat workflow has no more nodes than this by subgraphs: a small file could else fill any memory, by
    /// subgraphs
    /// that hold each other twice.
    public static final int MOST_NODES = 100_000;

    private static final int DEEPEST = 100;

    private final Workflow whole;
    private final SubgraphCatalog catalog;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<PortAddress, PortAddress> incoming = new HashMap<>();
    private final Map<PortAddress, Optional<PortAddress>> relays = new HashMap<>();
    /// Nodes that are not in the flat workflow, and whether that is because they are muted or bypassed.
    private final Map<String, Boolean> vanished = new HashMap<>();
    private final Map<PortAddress, PortAddress> entrances = new HashMap<>();
    private final List<String> circular = new ArrayList<>();
    private final List<String> oversized = new ArrayList<>();

    private Flattening(Workflow whole, NodeCatalog catalog) {
        this.whole = whole;
        this.catalog = new SubgraphCatalog(catalog, whole);
    }

    /// Flattens a workflow. One in which nothing stands for anything else comes out as it is. What is at fault
    /// stays at
    /// fault: links to nowhere lead to nowhere.
    ///
    /// @param catalog the node types of plugins; bypassed nodes of others give nothing
    public static Flattened of(Workflow workflow, NodeCatalog catalog) {
        boolean plain = workflow.nodes().stream()
                .allMatch(node -> node.mode() == Mode.ACTIVE
                        && workflow.subgraph(node.type()).isEmpty());
        return plain
                ? new Flattened(workflow, Map.of(), List.of(), List.of())
                : new Flattening(workflow, catalog).run();
    }

    private Flattened run() {
        add("", whole.nodes(), whole.links(), Map.of(), Set.of());
        Map<PortAddress, String> silenced = new LinkedHashMap<>();
        List<Link> joined = new ArrayList<>();
        Set<String> kept = nodes.stream().map(Node::id).collect(Collectors.toSet());
        for (Link link : links) {
            PortAddress to = entrance(link.to());
            if (vanished.containsKey(to.node()) && !kept.contains(to.node())) {
                continue;
            }
            PortAddress from = source(link.from());
            Boolean silent = vanished.get(from.node());
            if (silent == null) {
                joined.add(new Link(from, to, List.of(), link.extra()));
            } else if (silent) {
                silenced.put(to, from.node());
            }
        }
        Workflow flat = whole.withNodes(nodes).withLinks(joined).withSubgraphs(List.of());
        return new Flattened(flat, silenced, circular, oversized);
    }

    /// @param prefix ids of the nodes that stand for the graph, each followed by `/`
    /// @param overriding values that the node that stands for the graph sets, by node and parameter inside
    /// @param entered ids of the subgraphs in which the graph lies
    private void add(
            String prefix,
            List<Node> inside,
            List<Link> wires,
            Map<PortAddress, JsonValue> overriding,
            Set<String> entered) {
        for (Link link : wires) {
            Link flat = prefix.isEmpty() ? link : Link.of(prefixed(prefix, link.from()), prefixed(prefix, link.to()));
            links.add(flat);
            incoming.putIfAbsent(flat.to(), flat.from());
        }
        for (Node node : inside) {
            String id = prefix + node.id();
            Mode mode = node.mode();
            Node set = withValues(node, overriding).withId(id);
            if (node.type().equals(Subgraph.INPUTS) || node.type().equals(Subgraph.OUTPUTS)) {
                if (prefix.isEmpty()) {
                    nodes.add(set);
                } else {
                    vanished.put(id, false);
                }
            } else if (mode != Mode.ACTIVE) {
                vanish(set, mode);
            } else {
                Optional<Subgraph> subgraph = whole.subgraph(node.type());
                if (subgraph.isEmpty()) {
                    nodes.add(set);
                } else if (entered.contains(subgraph.get().id())) {
                    circular.add(id);
                    vanished.put(id, false);
                } else if (nodes.size() + subgraph.get().nodes().size() > MOST_NODES || entered.size() >= DEEPEST) {
                    oversized.add(id);
                    vanished.put(id, false);
                } else {
                    enter(set, subgraph.get(), entered);
                }
            }
        }
    }

    private void enter(Node standing, Subgraph subgraph, Set<String> entered) {
        String id = standing.id();
        String prefix = id + "/";
        vanished.put(id, false);
        for (Node node : subgraph.nodes()) {
            if (node.type().equals(Subgraph.INPUTS)) {
                for (String port : subgraph.inputs()) {
                    relays.put(new PortAddress(prefix + node.id(), port), Optional.of(new PortAddress(id, port)));
                }
            } else if (node.type().equals(Subgraph.OUTPUTS)) {
                for (String port : subgraph.outputs()) {
                    relays.putIfAbsent(
                            new PortAddress(id, port), Optional.of(new PortAddress(prefix + node.id(), port)));
                }
            }
        }
        Map<PortAddress, JsonValue> values = new HashMap<>();
        for (ExposedParameter exposed : subgraph.parameters()) {
            PortAddress inner = new PortAddress(exposed.node(), exposed.parameter());
            if (isPortName(exposed.name())) {
                entrances.put(new PortAddress(id, exposed.name()), prefixed(prefix, inner));
            }
            JsonValue value = standing.parameters().get(exposed.name());
            if (value != null) {
                values.put(inner, value);
            }
        }
        Set<String> deeper = new HashSet<>(entered);
        deeper.add(subgraph.id());
        add(prefix, subgraph.nodes(), subgraph.links(), values, deeper);
    }

    private void vanish(Node node, Mode mode) {
        vanished.put(node.id(), true);
        if (mode == Mode.BYPASSED) {
            List<String> linked = incoming.keySet().stream()
                    .filter(port -> port.node().equals(node.id()))
                    .map(PortAddress::port)
                    .toList();
            catalog.find(node.type())
                    .map(type -> PassThrough.of(type, linked))
                    .orElse(Map.of())
                    .forEach((output, input) -> relays.put(
                            new PortAddress(node.id(), output), Optional.of(new PortAddress(node.id(), input))));
        }
    }

    /// Where what leaves an output comes from: an output of a node that works, or the last on the way that
    /// gives
    /// nothing.
    private PortAddress source(PortAddress output) {
        PortAddress at = output;
        for (int steps = 0; steps <= incoming.size() + relays.size(); steps++) {
            PortAddress input = relays.getOrDefault(at, Optional.empty()).orElse(null);
            PortAddress before = input == null ? null : incoming.get(input);
            if (before == null) {
                return at;
            }
            at = before;
        }
        return at;
    }

    /// Where a link ends that ends at a parameter of a node that stands for a subgraph.
    private PortAddress entrance(PortAddress input) {
        PortAddress at = input;
        while (entrances.containsKey(at)) {
            at = entrances.getOrDefault(at, at);
        }
        return at;
    }

    private static Node withValues(Node node, Map<PortAddress, JsonValue> overriding) {
        Map<String, JsonValue> values = new LinkedHashMap<>(node.parameters());
        overriding.forEach((parameter, value) -> {
            if (parameter.node().equals(node.id())) {
                values.put(parameter.port(), value);
            }
        });
        return node.withParameters(values);
    }

    private static boolean isPortName(String name) {
        return !name.isEmpty() && name.indexOf('.') < 0;
    }

    private static PortAddress prefixed(String prefix, PortAddress port) {
        return new PortAddress(prefix + port.node(), port.port());
    }
}
