package dev.weft.models.onnx;

import java.io.IOException;

/// A model file that cannot be used. The message is one sentence for the user: what is wrong, in which file and
/// where in it, and what to do.
public final class InvalidModelException extends IOException {
    private static final long serialVersionUID = 1L;

    public InvalidModelException(String message) {
        super(message);
    }

    public InvalidModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
