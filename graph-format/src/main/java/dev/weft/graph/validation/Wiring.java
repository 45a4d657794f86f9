package dev.weft.graph.validation;

import dev.weft.graph.Link;
import dev.weft.graph.PortAddress;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
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

    /// Where the first link to each linked input and parameter begins, sound or not.
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
        Optional<OutputPort> output =
                from < 0 ? Optional.empty() : table.form(from).flatMap(form -> output(link, form));
        if (to < 0) {
            return;
        }
        int problemsBefore = problems.size();
        plug(link, to);
        table.form(to).ifPresent(form -> end(link, form, output));
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
            problems.add(new LinkProblem.UnknownPort(link, end, true, known, suggestions.nearest(end.port(), known)));
        }
        return Optional.ofNullable(port);
    }

    /// Checks the end of a link: an input, one of a variadic input's, or a parameter.
    private void end(Link link, NodeForm form, Optional<OutputPort> output) {
        String name = link.to().port();
        Optional<Parameter> parameter = Optional.ofNullable(form.parameters().get(name));
        Optional<InputPort> input = parameter.isPresent() ? Optional.empty() : form.input(name);
        if (input.isPresent() && input.get().variadic() && input.get().name().equals(name)) {
            problems.add(new LinkProblem.NumberMissing(link));
        } else if (input.isPresent()) {
            PortKind wanted = input.get().kind();
            output.map(OutputPort::kind)
                    .filter(given -> !wanted.accepts(given))
                    .ifPresent(given -> problems.add(new LinkProblem.KindMismatch(link, given, wanted)));
        } else if (parameter.isPresent()) {
            output.map(OutputPort::kind)
                    .filter(given -> !parameter.get().accepts(given))
                    .ifPresent(given -> problems.add(new LinkProblem.ParameterMismatch(
                            link, given, parameter.get().kinds())));
        } else {
            List<String> known = form.linkable();
            problems.add(new LinkProblem.UnknownPort(link, link.to(), false, known, suggestions.nearest(name, known)));
        }
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
