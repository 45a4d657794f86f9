package dev.weft.models.bundle;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Something that is opened once, by whoever comes first: a caller that needs it, or a thread in the background.
final class Opened<T extends AutoCloseable> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    private final FutureTask<T> task;
    private boolean begun;

    Opened(Supplier<T> opening) {
        this.task = new FutureTask<>(opening::get);
    }

    /// Starts to open it in the background.
    void begin() {
        if (first()) {
            Thread.ofPlatform().daemon().name("opening models").start(task);
        }
    }

    /// The opened thing, when it is ready.
    T get() {
        if (first()) {
            task.run();
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Waiting for a model to open was interrupted.");
        }
    }

    private synchronized boolean first() {
        boolean first = !begun;
        begun = true;
        return first;
    }

    /// Closes it if it was opened, or as soon as it is.
    @Override
    public void close() {
        synchronized (this) {
            if (!begun) {
                begun = true;
                task.cancel(false);
                return;
            }
        }
        try {
            get().close();
        } catch (Exception e) {
            // What never opened has nothing to close, and its failure was told to whoever wanted it.
            LOG.debug("A model was not closed.", e);
        }
    }
}
