package dev.weft.models.backend;

/// A model needs more memory than there is. The same model may still be run on fewer rows.
public final class MemoryException extends ModelException {
    public MemoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
