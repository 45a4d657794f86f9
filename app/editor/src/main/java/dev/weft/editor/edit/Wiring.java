package dev.weft.editor.edit;

import dev.weft.editor.text.Texts;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Workflow;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;

/// What can be linked to what in one graph.
public final class Wiring {
    private static final Texts TEXTS = Texts.of(Wiring.class);

    private final NodeCatalog catalog;
    private final Workflow graph;
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, Set<String>> after = new HashMap<>();
    private final Map<String, Set<String>> before = new HashMap<>();
    private final Map<String, Set<String>> linked = new HashMap<>();

    /// @param graph the graph that is shown
    /// @param catalog the node types that there are, with those that stand for subgraphs
    public Wiring(Workflow graph, NodeCatalog catalog) {
        this.graph = graph;
        this.catalog = catalog;
        graph.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
        for (Link link : graph.links()) {
            String from = link.from().node();
            String to = link.to().node();
            after.computeIfAbsent(from, _ -> new HashSet<>()).add(to);
            before.computeIfAbsent(to, _ -> new HashSet<>()).add(from);
            linked.computeIfAbsent(to, _ -> new HashSet<>()).add(link.to().port());
        }
    }

    /// Why an output cannot be linked to an input or parameter: one or two sentences for people; nothing if it
    /// can.
    /// Where a node's type is not known, nothing speaks against it.
    ///
    /// @param to may name a variadic input as a whole
    public Optional<String> refusal(PortAddress from, PortAddress to) {
        Node source = nodes.get(from.node());
        Node target = nodes.get(to.node());
        if (source == null || target == null) {
            return Optional.of(TEXTS.get("no_such_node"));
        }
        if (reached(to.node(), after).contains(from.node())) {
            return Optional.of(TEXTS.get("circle", title(source), title(target)));
        }
        Optional<NodeSignature> sourceType = catalog.find(source.type());
        Optional<NodeSignature> targetType = catalog.find(target.type());
        if (sourceType.isEmpty() || targetType.isEmpty()) {
            return Optional.empty();
        }
        Optional<OutputPort> output = sourceType.get().output(from.port());
        List<PortKind> wanted = wanted(targetType.get(), to.port());
        if (output.isEmpty() || wanted.isEmpty()) {
            return Optional.of(TEXTS.get(
                    "no_such_port",
                    output.isEmpty() ? title(source) : title(target),
                    (output.isEmpty() ? from : to).port()));
        }
        PortKind given = output.get().kind();
        if (wanted.stream().anyMatch(kind -> kind.accepts(given))) {
            return Optional.empty();
        }
        PortKind kind = wanted.getFirst();
        return Optional.of(between(given, kind)
                .map(type -> TEXTS.get("wrong_kind_between", title(target), words(kind), words(given), type.title()))
                .orElseGet(() -> TEXTS.get("wrong_kind", title(target), words(kind), words(given))));
    }

    /// All inputs and parameters to which an output can be linked. Of a variadic input its linked ports, the
    /// first
    /// free one and the input as a whole.
    public Set<PortAddress> inputsFor(PortAddress output) {
        Optional<PortKind> given = Optional.ofNullable(nodes.get(output.node()))
                .flatMap(node -> catalog.find(node.type()))
                .flatMap(type -> type.output(output.port()))
                .map(OutputPort::kind);
        Set<String> earlier = reached(output.node(), before);
        Set<PortAddress> found = new LinkedHashSet<>();
        for (Node node : graph.nodes()) {
            if (!earlier.contains(node.id())) {
                catalog.find(node.type()).ifPresent(type -> addInputs(found, node, type, given.orElse(PortKind.ANY)));
            }
        }
        return found;
    }

    /// All outputs that can be linked to an input or parameter.
    public Set<PortAddress> outputsFor(PortAddress input) {
        Optional<NodeSignature> inputType =
                Optional.ofNullable(nodes.get(input.node())).flatMap(node -> catalog.find(node.type()));
        List<PortKind> wanted =
                inputType.map(type -> wanted(type, input.port())).orElse(List.of(PortKind.ANY));
        Set<String> later = reached(input.node(), after);
        Set<PortAddress> found = new LinkedHashSet<>();
        for (Node node : graph.nodes()) {
            if (!later.contains(node.id())) {
                catalog.find(node.type()).map(NodeSignature::outputs).orElse(List.of()).stream()
                        .filter(port -> wanted.stream().anyMatch(kind -> kind.accepts(port.kind())))
                        .forEach(port -> found.add(new PortAddress(node.id(), port.name())));
            }
        }
        return found;
    }

    /// The port at which a link to `to` ends: `to`, or the first free port of the variadic input that it names.
    PortAddress end(PortAddress to) {
        return Optional.ofNullable(nodes.get(to.node()))
                .flatMap(node -> catalog.find(node.type()))
                .flatMap(type -> type.inputs().stream()
                        .filter(port -> port.variadic() && port.name().equals(to.port()))
                        .findFirst())
                .map(port -> new PortAddress(to.node(), Fitting.name(port, linkedInputs(to.node()))))
                .orElse(to);
    }

    /// Names of the inputs and parameters of a node at which links end.
    Set<String> linkedInputs(String node) {
        return linked.getOrDefault(node, Set.of());
    }

    Optional<NodeSignature> type(String node) {
        return Optional.ofNullable(nodes.get(node)).flatMap(found -> catalog.find(found.type()));
    }

    Optional<PortKind> outputKind(PortAddress from) {
        return type(from.node()).flatMap(type -> type.output(from.port())).map(OutputPort::kind);
    }

    /// The kinds that an input or parameter takes; none if the type has no such.
    static List<PortKind> wanted(NodeSignature type, String port) {
        return type.parameter(port)
                .map(Parameter::kinds)
                .or(() -> type.input(port).map(InputPort::kind).map(List::of))
                .orElse(List.of());
    }

    private void addInputs(Set<PortAddress> found, Node node, NodeSignature type, PortKind given) {
        Set<String> ends = linkedInputs(node.id());
        for (InputPort port : type.inputs()) {
            if (port.kind().accepts(given)) {
                found.add(new PortAddress(node.id(), port.name()));
                if (port.variadic()) {
                    ends.stream()
                            .filter(name -> port.number(name).isPresent())
                            .forEach(name -> found.add(new PortAddress(node.id(), name)));
                    found.add(new PortAddress(node.id(), Fitting.name(port, ends)));
                }
            }
        }
        type.parameters().stream()
                .filter(parameter -> parameter.accepts(given))
                .forEach(parameter -> found.add(new PortAddress(node.id(), parameter.name())));
    }

    /// A node type that makes one kind of the other from one input.
    private Optional<NodeSignature> between(PortKind given, PortKind wanted) {
        return catalog.all().stream()
                .filter(type ->
                        type.inputs().stream().anyMatch(port -> port.kind().equals(given)))
                .filter(type ->
                        type.outputs().stream().anyMatch(port -> port.kind().equals(wanted)))
                .min((one, other) ->
                        Integer.compare(one.inputs().size(), other.inputs().size()));
    }

    private String title(Node node) {
        return Titles.of(node, catalog);
    }

    /// A node and all that can be reached from it.
    private static Set<String> reached(String start, Map<String, Set<String>> steps) {
        Set<String> found = new HashSet<>(Set.of(start));
        Deque<String> waiting = new ArrayDeque<>(found);
        while (!waiting.isEmpty()) {
            for (String next : steps.getOrDefault(waiting.remove(), Set.of())) {
                if (found.add(next)) {
                    waiting.add(next);
                }
            }
        }
        return found;
    }

    private static String words(PortKind kind) {
        try {
            return TEXTS.get("kind_" + kind.name());
        } catch (MissingResourceException ofAPlugin) {
            return kind.name();
        }
    }
}
