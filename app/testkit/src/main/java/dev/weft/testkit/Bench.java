package dev.weft.testkit;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeResult;
import dev.weft.nodes.api.NodeType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The two node types through which a test gives values to a workflow and takes values out of it.
final class Bench {
    static final String GIVEN = "testkit:given";
    static final String TAKEN = "testkit:taken";
    static final String PLACE = "place";
    static final String VALUE = "value";

    private final Map<Long, Object> given = new ConcurrentHashMap<>();
    private final Map<Long, List<Object>> taken = new ConcurrentHashMap<>();
    private final AtomicLong places = new AtomicLong();

    List<NodeType> types() {
        return List.of(new Given(), new Taken());
    }

    /// A place that nothing lies on.
    long place() {
        return places.incrementAndGet();
    }

    void give(long place, Object value) {
        given.put(place, value);
    }

    /// What has come out at a place; nothing if nothing has.
    List<Object> takenAt(long place) {
        return taken.getOrDefault(place, List.of());
    }

    private static Parameter place(String meaning) {
        return new Parameter.Whole(PLACE, 0, 0, Long.MAX_VALUE, meaning);
    }

    private final class Given implements NodeType {
        private final NodeSignature signature = NodeSignature.of(
                        GIVEN, 1, "Given", "test", "Gives a value of the test.")
                .with(new OutputPort(VALUE, PortKind.ANY, "The value."))
                .with(place("Where it lies."));

        @Override
        public NodeSignature signature() {
            return signature;
        }

        @Override
        public NodeResult execute(NodeInputs inputs, NodeContext context) throws NodeException {
            Object value = given.get(inputs.parameters().whole(PLACE));
            if (value == null) {
                throw new NodeException("The test has given no value here.");
            }
            return NodeOutputs.of(VALUE, value, 0);
        }
    }

    private final class Taken implements NodeType {
        private final NodeSignature signature = NodeSignature.of(
                        TAKEN, 1, "Taken", "test", "Takes values for the test.")
                .with(InputPort.required(VALUE, PortKind.ANY, "The values.").asList())
                .with(place("Where they are put."))
                .asTerminal();

        @Override
        public NodeSignature signature() {
            return signature;
        }

        /// A value that was taken before is on another place.
        @Override
        public String changeMarker(ParameterValues parameters) {
            return ALWAYS;
        }

        @Override
        public NodeResult execute(NodeInputs inputs, NodeContext context) throws NodeException {
            taken.put(inputs.parameters().whole(PLACE), inputs.list(VALUE, Object.class));
            return NodeOutputs.NONE;
        }
    }
}
