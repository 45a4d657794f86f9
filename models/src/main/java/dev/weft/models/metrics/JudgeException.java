package dev.weft.models.metrics;

import java.io.IOException;

/// The models that score pictures are missing or do not fit together. The message is one sentence for the user.
public final class JudgeException extends IOException {
    private static final long serialVersionUID = 1;

    JudgeException(String message) {
        super(message);
    }

    JudgeException(String message, Throwable cause) {
        super(message, cause);
    }
}
