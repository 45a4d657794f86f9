package dev.weft.nodes.api.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/// Calls methods without parameters of classes that are perhaps private to a plugin.
final class Accessors {
    private Accessors() {}

    /// What the method returns; what it throws is thrown on.
    static @Nullable Object call(Method method, Object target) {
        try {
            method.setAccessible(true);
            return method.invoke(target);
        } catch (InvocationTargetException e) {
            throw unchecked(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a method could not be called although it was made accessible", e);
        }
    }

    /// What was thrown, where it is an exception that need not be declared; an error is thrown on at once.
    static RuntimeException unchecked(InvocationTargetException e) {
        return switch (e.getCause()) {
            case RuntimeException thrown -> thrown;
            case Error thrown -> throw thrown;
            case null, default -> new IllegalStateException(e);
        };
    }
}
