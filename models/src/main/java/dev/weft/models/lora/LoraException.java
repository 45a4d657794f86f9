package dev.weft.models.lora;

import java.io.IOException;

/// A LoRA file cannot be read, or does not fit a model. The message is one sentence for the user.
public final class LoraException extends IOException {
    private static final long serialVersionUID = 1L;

    public LoraException(String message) {
        super(message);
    }

    public LoraException(String message, Throwable cause) {
        super(message, cause);
    }
}
