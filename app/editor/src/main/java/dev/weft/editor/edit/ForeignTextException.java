package dev.weft.editor.edit;

/// A text that should be pasted holds no part of a graph. The message is for people.
public final class ForeignTextException extends Exception {
    private static final long serialVersionUID = 1;

    ForeignTextException(String message, Throwable cause) {
        super(message, cause);
    }

    ForeignTextException(String message) {
        super(message);
    }
}
