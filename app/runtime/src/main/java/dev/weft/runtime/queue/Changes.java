package dev.weft.runtime.queue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells listeners of changes. While there are any, a thread looks fifty times a second whether another process has
/// changed something, which costs SQLite one read from memory.
final class Changes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final long LOOK_NANOSECONDS = 20_000_000;

    private final Database database;
    private final List<Registration> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Thread watcher;

    Changes(Database database) {
        this.database = database;
    }

    synchronized QueueListener.Subscription listen(QueueListener listener) {
        Registration registration = new Registration(listener);
        listeners.add(registration);
        if (watcher == null) {
            watcher = Thread.ofPlatform().daemon().name("weft-queue-watcher").start(this::watch);
        }
        return () -> remove(registration);
    }

    /// Tells of a change that this process has made.
    void tell(QueueChange change) {
        for (Registration registration : listeners) {
            try {
                registration.listener.changed(change);
            } catch (RuntimeException e) {
                LOG.warn("A listener of the queue failed.", e);
            }
        }
    }

    private synchronized void remove(Registration registration) {
        listeners.remove(registration);
        Thread thread = watcher;
        if (listeners.isEmpty() && thread != null) {
            watcher = null;
            LockSupport.unpark(thread);
        }
    }

    private void watch() {
        try {
            long seen = database.version();
            while (watching()) {
                LockSupport.parkNanos(LOOK_NANOSECONDS);
                long now = watching() ? database.version() : seen;
                if (now != seen) {
                    seen = now;
                    tell(new QueueChange.Elsewhere());
                }
            }
        } catch (QueueException e) {
            // The database may be closed as soon as nobody listens.
            if (!watching()) {
                return;
            }
            LOG.warn("The queue is no longer watched.", e);
        }
    }

    private synchronized boolean watching() {
        return Thread.currentThread().equals(watcher);
    }

    @Override
    public void close() {
        Thread thread;
        synchronized (this) {
            thread = watcher;
            watcher = null;
            listeners.clear();
        }
        if (thread == null || thread.equals(Thread.currentThread())) {
            return;
        }
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Told apart by identity, so that one listener may be told twice.
    private static final class Registration {
        private final QueueListener listener;

        Registration(QueueListener listener) {
            this.listener = listener;
        }
    }
}
