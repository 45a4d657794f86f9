package dev.weft.runtime.plugin;

import dev.weft.nodes.api.ValueFormat;
import dev.weft.nodes.api.ValueInput;
import dev.weft.nodes.api.ValueOutput;
import java.io.IOException;

/// A plugin's format as the rest of the runtime sees it: each call finds the plugin's class loader as the thread's
/// context. What is always the same was asked for once.
///
/// @param loader the plugin's
record HostedFormat<T>(ValueFormat<T> format, Class<T> type, ClassLoader loader) implements ValueFormat<T> {
    static <T> HostedFormat<T> of(ValueFormat<T> format, ClassLoader loader) {
        return new HostedFormat<>(format, format.type(), loader);
    }

    @Override
    public long byteSize(T value) {
        try (ContextLoader _ = ContextLoader.enter(loader)) {
            return format.byteSize(value);
        }
    }

    @Override
    public boolean covers(T value) {
        try (ContextLoader _ = ContextLoader.enter(loader)) {
            return format.covers(value);
        }
    }

    @Override
    public void write(T value, ValueOutput out) throws IOException {
        try (ContextLoader _ = ContextLoader.enter(loader)) {
            format.write(value, out);
        }
    }

    @Override
    public T read(ValueInput in) throws IOException {
        try (ContextLoader _ = ContextLoader.enter(loader)) {
            return format.read(in);
        }
    }
}
