package dev.weft.runtime.queue;

/// The queue cannot do what it was asked for, or its database cannot be used. The message is one sentence for the user.
public final class QueueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    QueueException(String message) {
        super(message);
    }

    QueueException(String message, Throwable cause) {
        super(message, cause);
    }
}
