package dev.weft.nodes.api.record;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.PortKind;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.record.Shape.Count;

/// A component that is an input.
///
/// @param port the input
/// @param shape how many values it takes, of what class
record DeclaredPort(InputPort port, Shape shape) implements DeclaredInput {
    static DeclaredPort of(Component component, Input annotation) {
        Shape shape = Shape.of(component);
        PortKind kind = KnownKinds.of(component, annotation.kind(), shape.type());
        InputPort port = shape.count() == Count.PERHAPS_ONE || annotation.variadic()
                ? InputPort.optional(component.name(), kind, annotation.value())
                : InputPort.required(component.name(), kind, annotation.value());
        if (annotation.variadic()) {
            if (shape.count() != Count.MANY) {
                throw component.fault("is variadic and no List; make it one");
            }
            port = port.asVariadic();
        } else if (shape.count() == Count.MANY) {
            port = port.asList();
        }
        if (annotation.lazy()) {
            if (shape.count() == Count.ONE) {
                throw component.fault("is lazy, so it may have no value; make it an Optional");
            }
            port = port.asLazy();
        }
        return new DeclaredPort(port, shape);
    }

    @Override
    public String name() {
        return port.name();
    }

    @Override
    public Object read(NodeInputs inputs) throws NodeException {
        return switch (shape.count()) {
            case ONE -> inputs.value(name(), shape.type());
            case PERHAPS_ONE -> inputs.optional(name(), shape.type());
            case MANY -> port.variadic() ? inputs.variadic(name(), shape.type()) : inputs.list(name(), shape.type());
        };
    }
}
