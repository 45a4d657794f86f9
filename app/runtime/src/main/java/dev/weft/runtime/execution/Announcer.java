package dev.weft.runtime.execution;

import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.ExecutionEvent.NodePreview;
import dev.weft.nodes.api.ExecutionEvent.NodeProgress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells the listener what happens, always in the coordinating thread; takes messages for that thread from
/// others.
final class Announcer {
    private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
    private final Thread coordinator = Thread.currentThread();
    private final Consumer<ExecutionEvent> listener;
    private final CancellationToken stop;
    private @Nullable Throwable fault;

    /// Made by the coordinating thread.
    ///
    /// @param stop is asked to stop the execution if the listener fails; no progress is told after a request
    Announcer(Consumer<ExecutionEvent> listener, CancellationToken stop) {
        this.listener = listener;
        this.stop = stop;
    }

    /// Tells of an event: at once in the coordinating thread, soon from any other.
    void tell(ExecutionEvent event) {
        if (Thread.currentThread() == coordinator) {
            tellNow(event);
        } else {
            mailbox.add(() -> tellNow(event));
        }
    }

    /// Has the coordinating thread do something.
    void post(Runnable message) {
        mailbox.add(message);
    }

    /// Does what others have posted.
    ///
    /// @param patient whether to wait for a message if there is none
    /// @throws InterruptedException if the thread is interrupted while it waits
    void receive(boolean patient) throws InterruptedException {
        Runnable message = patient ? mailbox.take() : mailbox.poll();
        while (message != null) {
            message.run();
            message = mailbox.poll();
        }
    }

    /// Throws what the listener threw, if it did.
    void rethrow() {
        switch (fault) {
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            case null, default -> {}
        }
    }

    private void tellNow(ExecutionEvent event) {
        if (fault != null || ((event instanceof NodeProgress || event instanceof NodePreview) && stop.requested())) {
            return;
        }
        try {
            listener.accept(event);
        } catch (RuntimeException | Error e) {
            fault = e;
            stop.request();
        }
    }
}
