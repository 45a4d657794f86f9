package dev.weft.runtime.execution;

import dev.weft.graph.NodeTypeId;
import dev.weft.graph.PortAddress;
import dev.weft.graph.validation.Plan;
import dev.weft.graph.validation.PlannedNode;
import dev.weft.nodes.api.GraphNode;
import dev.weft.nodes.api.NodeGraph;
import dev.weft.nodes.api.Source;
import dev.weft.runtime.plugin.NodeTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The tasks of one execution: first those of the plan, then those that others turn into. The coordinating thread adds
/// to it, any thread may look.
final class TaskGraph implements NodeGraph {
    private final NodeTypes types;
    private final Map<NodeTypeId, Shape> shapes = new HashMap<>();
    private final Map<String, Task> tasks = new ConcurrentHashMap<>();
    private final List<Task> planned = new ArrayList<>();

    /// @throws IllegalArgumentException if the plan has a node of a type that is not among `types`
    TaskGraph(Plan plan, NodeTypes types) {
        this.types = types;
        Map<String, Integer> distances = distances(plan);
        Set<String> targets = new HashSet<>(plan.targets());
        for (PlannedNode node : plan.nodes()) {
            planned.add(task(node, distances.getOrDefault(node.id(), 0), targets.contains(node.id())));
        }
    }

    private Task task(PlannedNode node, int distance, boolean target) {
        Shape shape = shape(node.signature().id())
                .orElseThrow(() -> new IllegalArgumentException(
                        "the plan has a node of type " + node.signature().id() + ", which this runtime does not know"));
        Map<String, Wire> wires = new LinkedHashMap<>();
        for (Map.Entry<String, PortAddress> input : node.inputs().entrySet()) {
            Task source = tasks.get(input.getValue().node());
            if (source == null) {
                throw new IllegalArgumentException("the plan has node '" + node.id() + "' before '"
                        + input.getValue().node() + "', from which it takes a value");
            }
            wires.put(input.getKey(), new Wire.From(source, input.getValue().port(), Wire.WHOLE));
        }
        Task task = new Task(
                node.id(),
                node.id(),
                tasks.size(),
                distance,
                target,
                shape,
                node.parameters(),
                wires,
                Optional.empty());
        tasks.put(task.id, task);
        return task;
    }

    /// How many nodes away from each the nearest target is.
    private static Map<String, Integer> distances(Plan plan) {
        Map<String, Integer> distances = new HashMap<>();
        plan.targets().forEach(target -> distances.put(target, 0));
        for (PlannedNode node : plan.nodes().reversed()) {
            int next = distances.getOrDefault(node.id(), 0) + 1;
            for (PortAddress source : node.inputs().values()) {
                distances.merge(source.node(), next, Math::min);
            }
        }
        return distances;
    }

    /// The plan's tasks, in its order.
    List<Task> planned() {
        return planned;
    }

    /// All tasks, in no particular order.
    Collection<Task> all() {
        return tasks.values();
    }

    Optional<Task> task(String id) {
        return Optional.ofNullable(tasks.get(id));
    }

    int size() {
        return tasks.size();
    }

    void add(Task task) {
        tasks.put(task.id, task);
    }

    /// The node type of this id, looked at once in an execution.
    Optional<Shape> shape(NodeTypeId id) {
        Shape known = shapes.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Shape> shape = types.type(id).map(Shape::of);
        shape.ifPresent(found -> shapes.put(id, found));
        return shape;
    }

    @Override
    public Optional<GraphNode> node(String id) {
        return task(id).map(task -> {
            Map<String, Source> inputs = new HashMap<>();
            task.wires.forEach((name, wire) -> inputs.put(name, source(wire)));
            return new GraphNode(id, task.shape.signature().id(), task.parameters.asMap(), inputs);
        });
    }

    private static Source source(Wire wire) {
        return switch (wire) {
            case Wire.From from -> new Source.Outside(from.task().id, from.port());
            case Wire.Fixed fixed -> new Source.Given(fixed.value(), fixed.byteSize());
        };
    }

    @Override
    public List<String> readers(String id) {
        return tasks.values().stream()
                .filter(task -> task.wires.values().stream()
                        .anyMatch(wire ->
                                wire instanceof Wire.From from && from.task().id.equals(id)))
                .map(task -> task.id)
                .toList();
    }
}
