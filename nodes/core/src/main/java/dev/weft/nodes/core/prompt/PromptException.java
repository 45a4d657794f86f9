package dev.weft.nodes.core.prompt;

/// A prompt cannot be made of what is written. The message is one sentence for the user.
public final class PromptException extends Exception {
    private static final long serialVersionUID = 1;

    PromptException(String message) {
        super(message);
    }

    /// A failure with its technical reason, which goes to the log.
    public PromptException(String message, Throwable cause) {
        super(message, cause);
    }
}
