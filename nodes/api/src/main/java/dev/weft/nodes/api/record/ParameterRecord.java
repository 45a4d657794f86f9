package dev.weft.nodes.api.record;

import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;

/// A record all of whose components are parameters, such as the [dev.weft.nodes.api.Configuration] of a plugin.
///
/// @param <T> the record
public final class ParameterRecord<T extends Record> {
    private static final List<Class<? extends Annotation>> ANNOTATIONS = InputRecord.ANNOTATIONS.stream()
            .filter(annotation -> annotation != Input.class)
            .toList();

    private final InputRecord<T> form;

    private ParameterRecord(InputRecord<T> form) {
        this.form = form;
    }

    /// Reads the record's declarations.
    ///
    /// @throws IllegalArgumentException if they cannot be understood, naming class and component
    public static <T extends Record> ParameterRecord<T> of(Class<T> type) {
        return new ParameterRecord<>(InputRecord.of(type, ANNOTATIONS));
    }

    /// The parameters that the components declare, in their order.
    public List<Parameter> parameters() {
        return form.components().stream()
                .map(component -> switch (component) {
                    case DeclaredParameter declared -> declared.parameter();
                    case DeclaredPort port -> throw new IllegalStateException(port.name() + " is no parameter");
                })
                .toList();
    }

    /// The record with these values.
    ///
    /// @param values of all its parameters
    /// @throws IllegalArgumentException if the record's constructor refuses them
    public T make(ParameterValues values) {
        try {
            return form.read(new NodeInputs(Map.of(), values));
        } catch (NodeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
