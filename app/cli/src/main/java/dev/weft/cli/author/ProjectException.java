package dev.weft.cli.author;

/// The project was not written; the message is a sentence for the user, and nothing has been left behind.
public final class ProjectException extends Exception {
    private static final long serialVersionUID = 1L;

    ProjectException(String message) {
        super(message);
    }
}
