package dev.weft.nodes.api.record;

import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The record that declares a node type's inputs and parameters.
///
/// @param components in order
/// @param constructor takes their values
record InputRecord<I extends Record>(List<DeclaredInput> components, Constructor<I> constructor) {
    static final List<Class<? extends Annotation>> ANNOTATIONS =
            List.of(Input.class, Whole.class, Decimal.class, Flag.class, Text.class, Choice.class, Seed.class);

    static <I extends Record> InputRecord<I> of(Class<I> type) {
        return of(type, ANNOTATIONS);
    }

    /// @param annotations those of which each component has one
    static <I extends Record> InputRecord<I> of(Class<I> type, List<Class<? extends Annotation>> annotations) {
        List<DeclaredInput> inputs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Component component : Component.of(type)) {
            Annotation annotation = component.annotation(annotations);
            DeclaredInput input = annotation instanceof Input port
                    ? DeclaredPort.of(component, port)
                    : DeclaredParameter.of(component, annotation);
            if (!names.add(input.name())) {
                throw component.fault("has the name '" + input.name() + "', as another one has; rename it");
            }
            inputs.add(input);
        }
        return new InputRecord<>(List.copyOf(inputs), constructor(type));
    }

    private static <I extends Record> Constructor<I> constructor(Class<I> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<I> constructor = type.getDeclaredConstructor(types);
            // The record is often private to the node's package.
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has a constructor of its components", e);
        }
    }

    /// @throws NodeException if a value does not fit its component, or the record's constructor refuses it
    I read(NodeInputs inputs) throws NodeException {
        Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = components.get(i).read(inputs);
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused && refused.getMessage() != null) {
                throw new NodeException(refused.getMessage());
            }
            throw Accessors.unchecked(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record could not be made", e);
        }
    }
}
