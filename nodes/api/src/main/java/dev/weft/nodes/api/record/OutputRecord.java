package dev.weft.nodes.api.record;

import dev.weft.graph.types.OutputPort;
import dev.weft.nodes.api.Blocked;
import dev.weft.nodes.api.NodeOutputs;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The record that declares a node type's outputs.
///
/// @param components in order
record OutputRecord<O extends Record>(List<DeclaredOutput> components) {
    private static final List<Class<? extends Annotation>> ANNOTATIONS = List.of(Output.class);

    /// @param like name of the input of the same extent; empty if there is none
    /// @param accessor gives the value
    record DeclaredOutput(OutputPort port, String like, Method accessor) {}

    static <O extends Record> OutputRecord<O> of(Class<O> type) {
        List<DeclaredOutput> outputs = new ArrayList<>();
        for (Component component : Component.of(type)) {
            Output annotation = (Output) component.annotation(ANNOTATIONS);
            Shape shape = Shape.of(component);
            OutputPort single = new OutputPort(
                    component.name(), KnownKinds.of(component, annotation.kind(), shape.type()), annotation.value());
            OutputPort port = shape.count() == Shape.Count.MANY ? single.asList() : single;
            if (outputs.stream().anyMatch(other -> other.port().name().equals(port.name()))) {
                throw component.fault("has the name '" + port.name() + "', as another one has; rename it");
            }
            outputs.add(new DeclaredOutput(
                    port, annotation.like(), component.declared().getAccessor()));
        }
        return new OutputRecord<>(List.copyOf(outputs));
    }

    /// The values by port. One that is null is left out, which the host tells the user; an empty one blocks.
    NodeOutputs write(O outputs) {
        Map<String, Object> values = new HashMap<>();
        long byteSize = 0;
        for (DeclaredOutput output : components) {
            Object value = Accessors.call(output.accessor(), outputs);
            if (value instanceof Optional<?> optional) {
                value = optional.isPresent() ? optional.get() : Blocked.SILENTLY;
            }
            if (value != null) {
                values.put(output.port().name(), value);
                byteSize += MeasuredValue.byteSize(value);
            }
        }
        return new NodeOutputs(values, byteSize);
    }
}
