package dev.weft.editor;

/// The editor can't start; the message says why and what to do, in one or two sentences.
public final class EditorException extends Exception {
    private static final long serialVersionUID = 1;

    EditorException(String message, Throwable cause) {
        super(message, cause);
    }
}
