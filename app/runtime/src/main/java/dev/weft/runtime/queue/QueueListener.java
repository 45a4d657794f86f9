package dev.weft.runtime.queue;

/// Is told when the queue or its history has changed, so that it can look again.
@FunctionalInterface
public interface QueueListener {
    /// Called after the change can be seen: in the thread that made it, or, if another process did, in a thread of the
    /// queue's own. Must return soon.
    void changed(QueueChange change);

    /// Ends the telling.
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
