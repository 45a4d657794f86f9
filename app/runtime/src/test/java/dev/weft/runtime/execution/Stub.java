package dev.weft.runtime.execution;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeResult;
import dev.weft.nodes.api.NodeType;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// A node type for tests that is put together as the test wants it. Its output is called `value`.
final class Stub implements NodeType {
    final AtomicInteger runs = new AtomicInteger();
    final AtomicInteger markersAsked = new AtomicInteger();
    private final Work work;
    private NodeSignature signature;
    private Load load = Load.COMPUTES;
    private Marker marker = parameters -> "";
    private Demand demand = (known, context) -> known.lacking();

    interface Work {
        NodeResult run(NodeInputs inputs, NodeContext context) throws NodeException;
    }

    interface Marker {
        String of(ParameterValues parameters);
    }

    interface Demand {
        Set<String> of(NodeInputs known, NodeContext context) throws NodeException;
    }

    private Stub(NodeSignature signature, Work work) {
        this.signature = signature;
        this.work = work;
    }

    /// Gives a value.
    static Stub giving(String path, Work work) {
        return new Stub(signature(path).with(new OutputPort("value", PortKind.ANY, "The result.")), work);
    }

    /// Gives several values.
    static Stub listing(String path, Work work) {
        return new Stub(signature(path).with(new OutputPort("value", PortKind.ANY, "The result.").asList()), work);
    }

    /// Is an end in itself.
    static Stub ending(String path, Work work) {
        return new Stub(signature(path).asTerminal(), work);
    }

    static NodeOutputs value(Object value) {
        return NodeOutputs.of("value", value, 8);
    }

    private static NodeSignature signature(String path) {
        return NodeSignature.of("test:" + path, 1, path, "test", "For tests.");
    }

    Stub in(String name) {
        return in(input(name));
    }

    Stub in(InputPort input) {
        signature = signature.with(input);
        return this;
    }

    static InputPort input(String name) {
        return InputPort.optional(name, PortKind.ANY, "An input.");
    }

    Stub number(String name, long initial) {
        signature = signature.with(new Parameter.Whole(name, initial, 0, 1_000_000, "A number."));
        return this;
    }

    Stub text(String name, String initial) {
        signature = signature.with(new Parameter.Text(name, initial, false, "A text."));
        return this;
    }

    Stub terminal() {
        signature = signature.asTerminal();
        return this;
    }

    Stub load(Load wanted) {
        load = wanted;
        return this;
    }

    Stub marked(Marker function) {
        marker = function;
        return this;
    }

    Stub demanding(Demand function) {
        demand = function;
        return this;
    }

    @Override
    public NodeSignature signature() {
        return signature;
    }

    @Override
    public NodeResult execute(NodeInputs inputs, NodeContext context) throws NodeException {
        runs.incrementAndGet();
        return work.run(inputs, context);
    }

    @Override
    public String changeMarker(ParameterValues parameters) {
        markersAsked.incrementAndGet();
        return marker.of(parameters);
    }

    @Override
    public Load load() {
        return load;
    }

    @Override
    public Set<String> demand(NodeInputs known, NodeContext context) throws NodeException {
        return demand.of(known, context);
    }
}
