package dev.weft.runtime.execution;

/// Sentences for what a node did not foresee. The stack trace goes to the log, never to the user.
final class Failure {
    private Failure() {}

    static String unexpected(Throwable cause) {
        String message = cause.getMessage();
        String name = cause.getClass().getSimpleName();
        String reason = message == null || message.isBlank()
                ? name
                : name + ": " + message.lines().findFirst().orElse("").strip();
        return "it failed unexpectedly (" + reason + "); this is a fault of its plugin, and the log holds the details";
    }

    static String outOfMemory() {
        return "there is not enough memory for it; use fewer or smaller pictures, or give Java more memory with"
                + " WEFT_JAVA_OPTIONS=-Xmx8g";
    }
}
