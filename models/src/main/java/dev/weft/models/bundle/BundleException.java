package dev.weft.models.bundle;

import java.io.IOException;

/// A bundle is missing, incomplete, or contradicts itself. The message is one sentence naming the file and the remedy.
public final class BundleException extends IOException {
    public BundleException(String message) {
        super(message);
    }

    public BundleException(String message, Throwable cause) {
        super(message, cause);
    }

    /// A failure whose message is already such a sentence.
    static BundleException of(IOException cause) {
        return cause instanceof BundleException bundle
                ? bundle
                : new BundleException(String.valueOf(cause.getMessage()), cause);
    }
}
