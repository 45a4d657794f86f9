package dev.weft.models.backend;

/// A model could not be opened or run. The message is one sentence for the user.
public class ModelException extends RuntimeException {
    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
