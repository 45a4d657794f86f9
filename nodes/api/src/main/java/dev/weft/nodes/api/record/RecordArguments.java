package dev.weft.nodes.api.record;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which records a class that extends [RecordNode], directly or not, puts in the places of `I` and `O`.
///
/// @param inputs in the place of `I`
/// @param outputs in the place of `O`
record RecordArguments<I extends Record, O extends Record>(Class<I> inputs, Class<O> outputs) {
    static <I extends Record, O extends Record> RecordArguments<I, O> of(Class<?> node) {
        Map<Type, Type> known = new HashMap<>();
        Class<?> type = node;
        while (type != RecordNode.class) {
            Class<?> parent = type.getSuperclass();
            if (type.getGenericSuperclass() instanceof ParameterizedType generic) {
                Type[] arguments = generic.getActualTypeArguments();
                TypeVariable<?>[] variables = parent.getTypeParameters();
                for (int i = 0; i < arguments.length; i++) {
                    known.put(variables[i], known.getOrDefault(arguments[i], arguments[i]));
                }
            }
            type = parent;
        }
        TypeVariable<?>[] variables = RecordNode.class.getTypeParameters();
        @SuppressWarnings("unchecked") // the class says so itself, and the compiler has checked it
        Class<I> inputs = (Class<I>) record(node, known.get(variables[0]), "what flows in");
        @SuppressWarnings("unchecked") // as above
        Class<O> outputs = (Class<O>) record(node, known.get(variables[1]), "what flows out");
        return new RecordArguments<>(inputs, outputs);
    }

    private static Class<? extends Record> record(Class<?> node, @Nullable Type type, String meaning) {
        if (type instanceof Class<?> found && found.isRecord()) {
            return found.asSubclass(Record.class);
        }
        throw new IllegalArgumentException("the class " + Component.name(node) + " does not name a record for "
                + meaning + "; write it as in 'extends RecordNode<Blur.In, Blur.Out>'");
    }
}
