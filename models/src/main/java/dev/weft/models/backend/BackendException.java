package dev.weft.models.backend;

/// A backend that was asked for by name cannot start. The message is one sentence that says why and what to do.
public final class BackendException extends ModelException {
    public BackendException(String message) {
        super(message);
    }

    public BackendException(String message, Throwable cause) {
        super(message, cause);
    }
}
