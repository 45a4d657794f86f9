package dev.weft.graph.validation;

import dev.weft.graph.Link;
import dev.weft.graph.PortAddress;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.OutputPort;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The links of a workflow, resolved to nodes and checked against their ports.
final class Wiring {
    private final NodeTable table;
    private final Suggestions suggestions;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Link> arrows = new ArrayList<>();
    private final List<Map<String, PortAddress>> inputs;
    private final Map<PortAddress, List<PortAddress>> crowded = new LinkedHashMap<>();
    private final BitSet atFault = new BitSet();
    private final Digraph graph;

    Wiring(List<Link> links, NodeTable table, Suggestions suggestions) {
        this.table = table;
        this.suggestions = suggestions;
        this.inputs = new ArrayList<>(table.size());
        for (int i = 0; i < table.size(); i++) {
            inputs.add(Map.of());
        }
        links.forEach(this::add);
        crowded.forEach((input, outputs) -> problems.add(new LinkProblem.InputLinkedTwice(input, outputs)));
        graph = new Digraph(
                table.size(),
                arrows.stream()
                        .mapToInt(link -> table.number(link.from().node()))
                        .toArray(),
                arrows.stream().mapToInt(link -> table.number(link.to().node())).toArray());
    }

    /// What is wrong with links.
    List<Problem> problems() {
        return problems;
    }

    /// The links whose two nodes exist, as arrows numbered like those of [#link(int)].
    Digraph graph() {
        return graph;
    }

    Link link(int arrow) {
        return arrows.get(arrow);
    }

    /// Where the first link to each linked input begins, sound or not.
    Map<String, PortAddress> inputs(int node) {
        return inputs.get(node);
    }

    /// Whether a link to this node is at fault.
    boolean isAtFault(int node) {
        return atFault.get(node);
    }

    private void add(Link link) {
        int from = node(link, link.from());
        int to = node(link, link.to());
        if (from >= 0 && to >= 0) {
            arrows.add(link);
        }
        Optional<OutputPort> output = Optional.empty();
        if (from >= 0 && table.form(from).isPresent()) {
            output = output(link, table.form(from).get());
        }
        if (to < 0) {
            return;
        }
        int problemsBefore = problems.size();
        plug(link, to);
        if (table.form(to).isPresent()) {
            Optional<InputPort> input = input(link, table.form(to).get());
            if (input.isPresent()
                    && output.isPresent()
                    && !input.get().kind().equals(output.get().kind())) {
                problems.add(new LinkProblem.KindMismatch(
                        link, output.get().kind(), input.get().kind()));
            }
        }
        boolean outputMissing = from < 0 || (table.form(from).isPresent() && output.isEmpty());
        if (outputMissing || problems.size() > problemsBefore) {
            atFault.set(to);
        }
    }

    private int node(Link link, PortAddress end) {
        int number = table.number(end.node());
        if (number < 0) {
            problems.add(new LinkProblem.UnknownNode(link, end, suggestions.nearest(end.node(), table.ids())));
        }
        return number;
    }

    private Optional<OutputPort> output(Link link, NodeForm form) {
        PortAddress end = link.from();
        OutputPort port = form.outputs().get(end.port());
        if (port == null) {
            List<String> known = List.copyOf(form.outputs().keySet());
            problems.add(
                    new LinkProblem.UnknownPort(link, end, true, false, known, suggestions.nearest(end.port(), known)));
        }
        return Optional.ofNullable(port);
    }

    private Optional<InputPort> input(Link link, NodeForm form) {
        PortAddress end = link.to();
        InputPort port = form.inputs().get(end.port());
        if (port == null) {
            List<String> known = List.copyOf(form.inputs().keySet());
            boolean parameter = form.parameters().containsKey(end.port());
            problems.add(new LinkProblem.UnknownPort(
                    link, end, false, parameter, known, suggestions.nearest(end.port(), known)));
        }
        return Optional.ofNullable(port);
    }

    private void plug(Link link, int node) {
        if (inputs.get(node).isEmpty()) {
            inputs.set(node, new HashMap<>());
        }
        PortAddress first = inputs.get(node).putIfAbsent(link.to().port(), link.from());
        if (first != null) {
            crowded.computeIfAbsent(link.to(), input -> new ArrayList<>(List.of(first)))
                    .add(link.from());
            atFault.set(node);
        }
    }
}
