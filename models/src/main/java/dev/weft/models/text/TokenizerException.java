package dev.weft.models.text;

import java.io.IOException;

/// A tokenizer's files are missing or contradict each other. The message is one sentence naming the file.
public final class TokenizerException extends IOException {
    public TokenizerException(String message) {
        super(message);
    }

    public TokenizerException(String message, Throwable cause) {
        super(message, cause);
    }
}
