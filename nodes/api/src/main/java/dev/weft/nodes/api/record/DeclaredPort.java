package dev.weft.nodes.api.record;

import dev.weft.graph.types.InputPort;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;

/// A component that is an input.
///
/// @param port the input
/// @param type class of its values
record DeclaredPort(InputPort port, Class<?> type) implements DeclaredInput {
    static DeclaredPort of(Component component, Input annotation) {
        String name = component.name();
        Class<?> type = component.type();
        boolean required = type != Optional.class;
        Class<?> value = required ? type : content(component);
        return new DeclaredPort(
                new InputPort(name, KnownKinds.of(component, annotation.kind(), value), required, annotation.value()),
                value);
    }

    private static Class<?> content(Component component) {
        if (component.declared().getGenericType() instanceof ParameterizedType generic) {
            Type content = generic.getActualTypeArguments()[0];
            if (content instanceof Class<?> type) {
                return type;
            }
            if (content instanceof ParameterizedType inner && inner.getRawType() instanceof Class<?> type) {
                return type;
            }
        }
        throw component.fault("does not say of what class its values are; write it as in Optional<String>");
    }

    @Override
    public String name() {
        return port.name();
    }

    @Override
    public Object read(NodeInputs inputs) throws NodeException {
        return port.required() ? inputs.value(port.name(), type) : inputs.optional(port.name(), type);
    }
}
