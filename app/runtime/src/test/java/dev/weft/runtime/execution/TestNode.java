package dev.weft.runtime.execution;

import dev.weft.graph.NodeTypeId;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A node type for tests: optional inputs `a` and `b`, an output `value`, a parameter `number`, and a function.
final class TestNode implements NodeType {
    static final PortKind NUMBER = PortKind.WHOLE;

    final AtomicInteger runs = new AtomicInteger();
    private final NodeSignature signature;
    private final Work work;
    private volatile String marker = "";

    interface Work {
        NodeOutputs run(NodeInputs inputs, NodeContext context) throws NodeException;
    }

    private TestNode(String path, boolean terminal, Work work) {
        this.work = work;
        this.signature = new NodeSignature(
                new NodeTypeId("test", path),
                1,
                path,
                "test",
                "For tests.",
                List.of(InputPort.optional("a", NUMBER, "First."), InputPort.optional("b", NUMBER, "Second.")),
                terminal ? List.of() : List.of(new OutputPort("value", NUMBER, "The result.")),
                List.of(new Parameter.Whole("number", 1, 0, 1000, "A number.")),
                terminal,
                TypeRule.NONE);
    }

    /// Does `work` and gives a value.
    static TestNode working(String path, Work work) {
        return new TestNode(path, false, work);
    }

    /// Does `work` as an end in itself.
    static TestNode ending(String path, Work work) {
        return new TestNode(path, true, work);
    }

    /// Gives its parameter plus its inputs.
    static TestNode summing(String path) {
        return working(path, (inputs, context) -> NodeOutputs.of("value", sum(inputs), 8));
    }

    static long sum(NodeInputs inputs) throws NodeException {
        return inputs.parameters().whole("number")
                + inputs.optional("a", Long.class).orElse(0L)
                + inputs.optional("b", Long.class).orElse(0L);
    }

    void mark(String changed) {
        marker = changed;
    }

    @Override
    public NodeSignature signature() {
        return signature;
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        runs.incrementAndGet();
        return work.run(inputs, context);
    }

    @Override
    public String changeMarker(ParameterValues parameters) {
        return marker;
    }
}
