package dev.weft.runtime.observer;

import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.ExecutionObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// All who observe the executions of one runtime.
public final class Observers {
    /// How many events may wait for one observer: those of the largest graphs, a few megabytes.
    private static final int LONGEST_QUEUE = 1 << 16;

    /// How long an observer may take for what it has not been told yet when it ends.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<ObserverThread> threads = new CopyOnWriteArrayList<>();
    private final AtomicLong executions = new AtomicLong();
    private final int longestQueue;
    private final Duration patience;

    /// Observers with room for large graphs.
    public Observers() {
        this(LONGEST_QUEUE, PATIENCE);
    }

    Observers(int longestQueue, Duration patience) {
        this.longestQueue = longestQueue;
        this.patience = patience;
    }

    /// Tells an observer of all events from now on.
    ///
    /// @param plugin whose observer it is
    /// @param loader the plugin's, which its thread has as its context
    public void begin(String plugin, ClassLoader loader, ExecutionObserver observer) {
        threads.add(ObserverThread.start(plugin, loader, observer, longestQueue));
    }

    /// Tells the plugin's observers what they have not been told yet, for a moment at most, and then nothing more.
    public void end(String plugin) {
        List<ObserverThread> ending = threads.stream()
                .filter(observer -> observer.plugin().equals(plugin))
                .toList();
        threads.removeAll(ending);
        ending.forEach(observer -> observer.end(patience));
    }

    /// One execution's listener that tells the observers as well, after the one who is given. It never waits for them.
    public Consumer<ExecutionEvent> alongside(Consumer<ExecutionEvent> listener) {
        if (threads.isEmpty()) {
            return listener;
        }
        long execution = executions.incrementAndGet();
        return event -> {
            try {
                listener.accept(event);
            } finally {
                threads.forEach(observer -> observer.offer(execution, event));
            }
        };
    }
}
