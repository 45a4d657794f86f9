package dev.weft.nodes.api.record;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/// How many values a component stands for, and of what class they are.
///
/// @param count how many
/// @param type class of each, boxed where it is primitive
record Shape(Count count, Class<?> type) {
    /// How many values there may be.
    enum Count {
        /// Exactly one.
        ONE,
        /// One or none: an [Optional].
        PERHAPS_ONE,
        /// Any number: a [List].
        MANY
    }

    static Shape of(Component component) {
        Class<?> type = component.type();
        if (type == Optional.class) {
            return new Shape(Count.PERHAPS_ONE, content(component));
        }
        if (type == List.class) {
            return new Shape(Count.MANY, content(component));
        }
        return new Shape(Count.ONE, type);
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
}
