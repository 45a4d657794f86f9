package dev.weft.runtime.queue;

/// A run cannot be carried out. The message is one sentence for the user: what is wrong, and what to do.
public final class RefusedRunException extends Exception {
    private static final long serialVersionUID = 1;

    public RefusedRunException(String message) {
        super(message);
    }
}
