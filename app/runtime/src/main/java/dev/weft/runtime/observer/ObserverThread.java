package dev.weft.runtime.observer;

import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.ExecutionObserver;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells one observer what happens. Whatever it throws, and however slow it is, stays in its thread.
final class ObserverThread {
    private static final Logger LOG = LoggerFactory.getLogger(ObserverThread.class);

    private final String plugin;
    private final ExecutionObserver observer;
    private final BlockingQueue<Message> queue;
    private final Thread thread;
    private volatile boolean on = true;

    private sealed interface Message {
        record Event(long execution, ExecutionEvent event) implements Message {}

        /// Nothing comes any more.
        record End() implements Message {}
    }

    private ObserverThread(String plugin, ClassLoader loader, ExecutionObserver observer, int longestQueue) {
        this.plugin = plugin;
        this.observer = observer;
        // One place more, so that there is always one for the end.
        this.queue = new LinkedBlockingQueue<>(longestQueue + 1);
        this.thread = Thread.ofPlatform().daemon().name("observer of " + plugin).unstarted(this::work);
        thread.setContextClassLoader(loader);
    }

    static ObserverThread start(String plugin, ClassLoader loader, ExecutionObserver observer, int longestQueue) {
        ObserverThread started = new ObserverThread(plugin, loader, observer, longestQueue);
        started.thread.start();
        return started;
    }

    String plugin() {
        return plugin;
    }

    /// Puts an event behind those that wait; switches the observer off where too many do.
    void offer(long execution, ExecutionEvent event) {
        if (!on) {
            return;
        }
        if (queue.remainingCapacity() <= 1 || !queue.offer(new Message.Event(execution, event))) {
            switchOff();
            LOG.warn(
                    "plugin '{}' observes executions too slowly and is told nothing more until Weft starts again",
                    plugin);
        }
    }

    /// Lets the observer finish, and gives it up if that takes too long.
    void end(Duration patience) {
        if (queue.offer(new Message.End())) {
            try {
                if (thread.join(patience)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        switchOff();
        thread.interrupt();
    }

    private void switchOff() {
        on = false;
        queue.clear();
        queue.offer(new Message.End());
    }

    private void work() {
        try {
            while (queue.take() instanceof Message.Event(long execution, ExecutionEvent event)) {
                observer.observe(execution, event);
            }
        } catch (InterruptedException e) {
            LOG.info("the observer of plugin '{}' was given up", plugin);
        } catch (Throwable thrown) {
            // Nothing that a plugin throws may reach the runs, errors of the virtual machine among it.
            switchOff();
            LOG.error(
                    "plugin '{}' failed to observe an execution and is told nothing more until Weft starts again",
                    plugin,
                    thrown);
        }
    }
}
