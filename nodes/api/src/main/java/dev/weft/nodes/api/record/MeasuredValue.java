package dev.weft.nodes.api.record;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// How much memory a value takes, for the cache's budget: its texts, numbers and arrays, also within lists, maps and
/// records. A class whose memory lies elsewhere has a public method `long byteSize()`; any other counts 0, as handles
/// to models do.
final class MeasuredValue {
    private static final long NUMBER = 16;

    private MeasuredValue() {}

    static long byteSize(Object value) {
        return switch (value) {
            case String text -> (long) Character.BYTES * text.length();
            case Number _, Boolean _, Character _, Enum<?> _ -> NUMBER;
            case Optional<?> optional -> optional.map(MeasuredValue::byteSize).orElse(0L);
            case Collection<?> values -> sum(values);
            case Map<?, ?> values -> sum(values.keySet()) + sum(values.values());
            default -> value.getClass().isArray() ? array(value) : object(value);
        };
    }

    private static long sum(Iterable<?> values) {
        long sum = 0;
        for (Object value : values) {
            if (value != null) {
                sum += byteSize(value);
            }
        }
        return sum;
    }

    private static long array(Object array) {
        if (array instanceof Object[] values) {
            return sum(Arrays.asList(values));
        }
        long each = switch (array) {
            case byte[] _, boolean[] _ -> Byte.BYTES;
            case short[] _, char[] _ -> Short.BYTES;
            case int[] _, float[] _ -> Integer.BYTES;
            default -> Long.BYTES;
        };
        return each * Array.getLength(array);
    }

    private static long object(Object value) {
        try {
            Method own = value.getClass().getMethod("byteSize");
            if (own.getReturnType() == long.class) {
                return (long) Objects.requireNonNull(Accessors.call(own, value));
            }
        } catch (NoSuchMethodException _) {
            // What has no measure of its own is measured by its components, if it has any.
        }
        long sum = 0;
        if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                Object content = Accessors.call(component.getAccessor(), value);
                sum += content == null ? 0 : byteSize(content);
            }
        }
        return sum;
    }
}
