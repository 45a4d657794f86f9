package dev.weft.cli;

/// An assignment does not fit a workflow. The message is one sentence for the user.
final class AssignmentException extends Exception {
    private static final long serialVersionUID = 1;

    AssignmentException(String message) {
        super(message);
    }
}
