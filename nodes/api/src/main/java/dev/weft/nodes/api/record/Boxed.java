package dev.weft.nodes.api.record;

import java.lang.invoke.MethodType;

/// Primitive types as the classes of their values.
final class Boxed {
    private Boxed() {}

    static Class<?> of(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
