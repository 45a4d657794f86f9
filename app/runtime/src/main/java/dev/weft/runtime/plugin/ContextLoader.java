package dev.weft.runtime.plugin;

import org.jspecify.annotations.Nullable;

/// The time during which a thread has a plugin's class loader as its context.
///
/// @param before what it had
record ContextLoader(@Nullable ClassLoader before) implements AutoCloseable {
    static ContextLoader enter(ClassLoader loader) {
        Thread thread = Thread.currentThread();
        ContextLoader context = new ContextLoader(thread.getContextClassLoader());
        thread.setContextClassLoader(loader);
        return context;
    }

    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(before);
    }
}
