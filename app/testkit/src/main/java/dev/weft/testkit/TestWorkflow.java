package dev.weft.testkit;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonBoolean;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.validation.Plan;
import dev.weft.graph.validation.Problem;
import dev.weft.graph.validation.Validation;
import dev.weft.graph.validation.Validator;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.execution.CancellationToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// A workflow that a test puts together and runs.
public final class TestWorkflow {
    private final WeftRuntime runtime;
    private final Bench bench;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<PortAddress, Long> kept = new LinkedHashMap<>();

    TestWorkflow(WeftRuntime runtime, Bench bench) {
        this.runtime = runtime;
        this.bench = bench;
    }

    /// Places a node with the defaults of all its parameters.
    ///
    /// @param id names the node in ports such as `blur.image`
    /// @param type such as `my-nodes:blur`
    /// @throws IllegalArgumentException if the type's name has another form
    public TestWorkflow node(String id, String type) {
        return node(id, type, Map.of());
    }

    /// Places a node.
    ///
    /// @param parameters by name: numbers, texts, booleans, and enums for their names in lower case
    /// @throws IllegalArgumentException if the type's name has another form, or a value is of another class
    public TestWorkflow node(String id, String type, Map<String, ?> parameters) {
        NodeTypeId name = NodeTypeId.parse(type);
        Map<String, JsonValue> values = new LinkedHashMap<>();
        parameters.forEach((key, value) -> values.put(key, json(key, value)));
        int version = runtime.nodeTypes().find(name).map(NodeSignature::version).orElse(1);
        nodes.add(Node.of(id, name, version, values));
        return this;
    }

    TestWorkflow add(Workflow saved) {
        nodes.addAll(saved.nodes());
        links.addAll(saved.links());
        return this;
    }

    /// Sets a parameter of a node that was placed.
    ///
    /// @param parameter written `node.parameter`
    /// @param value a number, a text, a boolean, or an enum for its name in lower case
    /// @throws IllegalArgumentException if there is no such node, or the value is of another class
    public TestWorkflow set(String parameter, Object value) {
        PortAddress address = PortAddress.parse(parameter);
        JsonValue json = json(address.port(), value);
        if (nodes.stream().noneMatch(node -> node.id().equals(address.node()))) {
            throw new IllegalArgumentException("there is no node '" + address.node() + "' to set a parameter of");
        }
        nodes.replaceAll(node -> node.id().equals(address.node()) ? node.withParameter(address.port(), json) : node);
        return this;
    }

    /// Links an output to an input or a parameter, each written `node.port`.
    public TestWorkflow link(String from, String to) {
        links.add(Link.of(from, to));
        return this;
    }

    /// Gives a value of the test to an input or a parameter.
    ///
    /// @param to written `node.port`
    public TestWorkflow give(String to, Object value) {
        long place = bench.place();
        bench.give(place, value);
        String id = "given-" + place;
        nodes.add(Node.of(id, NodeTypeId.parse(Bench.GIVEN), 1, Map.of(Bench.PLACE, JsonNumber.of(place))));
        return link(id + "." + Bench.VALUE, to);
    }

    /// Keeps what an output gives for the test. What the nodes at the end give is kept anyway.
    ///
    /// @param output written `node.port`
    public TestWorkflow keep(String output) {
        kept.computeIfAbsent(PortAddress.parse(output), _ -> bench.place());
        return this;
    }

    /// Checks the workflow and runs it.
    public TestRun run() {
        keepEnds();
        List<Node> all = new ArrayList<>(nodes);
        List<Link> wires = new ArrayList<>(links);
        kept.forEach((output, place) -> {
            String id = "taken-" + place;
            all.add(Node.of(id, NodeTypeId.parse(Bench.TAKEN), 1, Map.of(Bench.PLACE, JsonNumber.of(place))));
            wires.add(Link.of(output.toString(), id + "." + Bench.VALUE));
        });
        return switch (new Validator(runtime.nodeTypes()).validate(Workflow.of(all, wires))) {
            case Validation.Valid valid -> run(valid.plan());
            case Validation.Invalid invalid ->
                new TestRun(invalid.problems().stream().map(Problem::message).toList(), List.of(), Map.of());
        };
    }

    private TestRun run(Plan plan) {
        List<ExecutionEvent> events = new ArrayList<>();
        runtime.executor().execute(plan, new CancellationToken(), events::add);
        Map<PortAddress, List<Object>> values = new LinkedHashMap<>();
        kept.forEach((output, place) -> values.put(output, bench.takenAt(place)));
        return new TestRun(List.of(), events, values);
    }

    private void keepEnds() {
        for (Node node : nodes) {
            boolean linked = links.stream().anyMatch(link -> link.from().node().equals(node.id()));
            if (!linked) {
                outputs(node).forEach(output -> keep(node.id() + "." + output.name()));
            }
        }
    }

    private Stream<OutputPort> outputs(Node node) {
        return runtime.nodeTypes().find(node.type()).stream().flatMap(signature -> signature.outputs().stream());
    }

    private static JsonValue json(String name, Object value) {
        return switch (value) {
            case String text -> new JsonString(text);
            case Boolean flag -> new JsonBoolean(flag);
            case Integer whole -> JsonNumber.of(whole);
            case Long whole -> JsonNumber.of(whole);
            case Float number -> JsonNumber.of(number);
            case Double number -> JsonNumber.of(number);
            case Enum<?> word -> new JsonString(word.name().toLowerCase(Locale.ROOT));
            default ->
                throw new IllegalArgumentException("the parameter '" + name + "' cannot be a "
                        + value.getClass().getSimpleName() + "; give a number, a text, a boolean or an enum");
        };
    }
}
