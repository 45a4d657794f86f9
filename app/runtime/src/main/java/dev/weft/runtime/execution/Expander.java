package dev.weft.runtime.execution;

import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.nodes.api.Expansion;
import dev.weft.nodes.api.GraphNode;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeResult;
import dev.weft.nodes.api.Source;
import dev.weft.runtime.cache.Identity;
import dev.weft.runtime.cache.Items;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes tasks of what nodes turn into. What is wrong with an expansion is a failure of the node that expanded.
final class Expander {
    private final TaskGraph graph;
    private final Map<String, Integer> expansions = new HashMap<>();

    Expander(TaskGraph graph) {
        this.graph = graph;
    }

    /// @param parts what came of each item, at least one of them an [Expansion]
    /// @throws NodeException if an expansion does not hold together; nothing was added to the graph then
    Growth grow(Task task, List<NodeResult> parts, boolean mapped) throws NodeException {
        List<Growth.Part> grown = new ArrayList<>();
        List<Task> added = new ArrayList<>();
        for (int item = 0; item < parts.size(); item++) {
            switch (parts.get(item)) {
                case NodeOutputs outputs -> grown.add(new Growth.Values(outputs));
                case Expansion expansion ->
                    grown.add(new One(task, mapped ? item : Wire.WHOLE, expansion, graph.size() + added.size())
                            .grow(added));
            }
        }
        added.forEach(graph::add);
        return new Growth(grown, mapped, added);
    }

    /// What the ids of one expansion's nodes begin with: none of them is in the graph yet.
    private String prefix(Task task, Expansion expansion) {
        while (true) {
            String prefix = task.shown + "#" + expansions.merge(task.shown, 1, Integer::sum) + ".";
            if (expansion.nodes().stream()
                    .allMatch(node -> graph.task(prefix + node.id()).isEmpty())) {
                return prefix;
            }
        }
    }

    /// One expansion on its way into the graph.
    private final class One {
        private final Task parent;
        private final int item;
        private final Expansion expansion;
        private final int firstNumber;
        private final Map<String, Task> made = new LinkedHashMap<>();

        One(Task parent, int item, Expansion expansion, int firstNumber) {
            this.parent = parent;
            this.item = item;
            this.expansion = expansion;
            this.firstNumber = firstNumber;
        }

        Growth.Links grow(List<Task> added) throws NodeException {
            String prefix = prefix(parent, expansion);
            Set<String> ids = new HashSet<>();
            for (GraphNode node : expansion.nodes()) {
                if (!ids.add(node.id())) {
                    throw fault("has two nodes with the id '" + node.id() + "'");
                }
            }
            ExpansionOrder order = new ExpansionOrder(expansion);
            if (!order.circle().isEmpty()) {
                throw fault("has nodes that wait for one another: " + order.circle());
            }
            for (GraphNode node : order.ordered()) {
                Task task = task(node, prefix);
                made.put(node.id(), task);
                added.add(task);
            }
            Map<String, Wire> outputs = new HashMap<>();
            for (OutputPort port : parent.shape.signature().outputs()) {
                Source source = expansion.outputs().get(port.name());
                if (source == null) {
                    throw fault("says nothing of the output '" + port.name() + "'");
                }
                outputs.put(
                        port.name(),
                        wire(source, "its own", port.name(), port.list())
                                .orElseThrow(() -> fault(
                                        "takes the output '" + port.name() + "' from an input that is not linked")));
            }
            return new Growth.Links(outputs);
        }

        private Task task(GraphNode node, String prefix) throws NodeException {
            Shape shape = graph.shape(node.type())
                    .orElseThrow(() -> fault("uses the node type '" + node.type() + "', which is not there"));
            Map<String, Wire> wires = new LinkedHashMap<>();
            for (Map.Entry<String, Source> input : node.inputs().entrySet()) {
                String name = input.getKey();
                if (!shape.isParameter(name) && shape.input(name).isEmpty()) {
                    throw fault("links the input '" + name + "' of '" + node.id() + "', which " + node.type()
                            + " does not have");
                }
                wire(input.getValue(), node.id(), name, shape.takesList(name)).ifPresent(wire -> wires.put(name, wire));
            }
            return new Task(
                    prefix + node.id(),
                    parent.shown,
                    firstNumber + made.size(),
                    parent.distance,
                    shape.signature().terminal(),
                    shape,
                    parameters(node, shape, wires),
                    wires,
                    Optional.of(parent));
        }

        private ParameterValues parameters(GraphNode node, Shape shape, Map<String, Wire> wires) throws NodeException {
            ParameterValues values = new ParameterValues(Map.of());
            for (Parameter parameter : shape.signature().parameters()) {
                if (!wires.containsKey(parameter.name())) {
                    Object set = node.parameters().get(parameter.name());
                    try {
                        values = values.with(parameter, set == null ? parameter.initialValue() : set);
                    } catch (IllegalArgumentException e) {
                        throw fault("sets the parameter '" + parameter.name() + "' of '" + node.id()
                                + "' to a value that it does not take: " + e.getMessage());
                    }
                }
            }
            for (String name : node.parameters().keySet()) {
                if (!shape.isParameter(name)) {
                    throw fault("sets the parameter '" + name + "' of '" + node.id() + "', which " + node.type()
                            + " does not have");
                }
            }
            return values;
        }

        /// Where a value comes from; nothing if from an input of the parent that is not linked.
        ///
        /// @param list whether whole lists are taken
        private Optional<Wire> wire(Source source, String node, String port, boolean list) throws NodeException {
            return switch (source) {
                case Source.Inner(String id, String output) -> {
                    Task inner = made.get(id);
                    if (inner == null) {
                        throw fault("links '" + node + "." + port + "' to its node '" + id + "', which is not there");
                    }
                    yield Optional.of(from(inner, output));
                }
                case Source.Outside(String id, String output) -> {
                    Task outside = graph.task(id)
                            .orElseThrow(() -> fault("links '" + node + "." + port + "' to node '" + id
                                    + "', which does not take part"));
                    if (WaitingFor.anyOf(parent, outside)) {
                        throw fault("waits for itself: '" + node + "." + port + "' is linked to '" + id
                                + "', which needs '" + parent.id + "'");
                    }
                    yield Optional.of(from(outside, output));
                }
                case Source.Given(Object value, long bytes) ->
                    Optional.of(new Wire.Fixed(
                            list && value instanceof List<?> several ? new Items(new ArrayList<>(several)) : value,
                            Optional.ofNullable(parent.key)
                                    .map(key -> Identity.of(key, item + ".given." + node + "." + port)),
                            bytes));
                case Source.Input(String input) -> input(input);
            };
        }

        private Wire from(Task task, String output) throws NodeException {
            if (task.shape.signature().output(output).isEmpty()) {
                throw fault("uses the output '" + output + "', which "
                        + task.shape.signature().id() + " does not have");
            }
            return new Wire.From(task, output, Wire.WHOLE);
        }

        private Optional<Wire> input(String name) {
            Wire wire = parent.wires.get(name);
            Object set = parent.parameters.asMap().get(name);
            if (wire == null && set != null) {
                Identity identity = Identity.ofParameter(set);
                return Optional.of(new Wire.Fixed(set, Optional.of(identity), 0));
            }
            boolean one = item != Wire.WHOLE && !parent.shape.takesList(name);
            return Optional.ofNullable(
                    one && wire instanceof Wire.From(Task task, String port, int taken) && taken == Wire.WHOLE
                            ? new Wire.From(task, port, item)
                            : wire);
        }

        private NodeException fault(String what) {
            return new NodeException("it turned into nodes, but the expansion " + what + "; this is a fault of plugin '"
                    + parent.shape.signature().id().namespace() + "', update it");
        }
    }
}
