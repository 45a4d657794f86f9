package dev.weft.nodes.api;

import java.util.Optional;

/// A node could not do its work. The message is one sentence for the user: what is wrong, where, and what to do.
public final class NodeException extends Exception {
    private static final long serialVersionUID = 1;

    private final String port;

    /// A failure that concerns the node as a whole.
    public NodeException(String message) {
        this("", message);
    }

    /// A failure that concerns one input or parameter.
    public NodeException(String port, String message) {
        super(message);
        this.port = port;
    }

    /// A failure with its technical reason, which goes to the log.
    public NodeException(String message, Throwable cause) {
        this("", message, cause);
    }

    private NodeException(String port, String message, Throwable cause) {
        super(message, cause);
        this.port = port;
    }

    /// A failure whose cause's message is a sentence for the user already.
    public static NodeException of(Exception cause) {
        return of("", cause);
    }

    /// A failure that concerns one input or parameter and whose cause's message is a sentence for the user already.
    public static NodeException of(String port, Exception cause) {
        return new NodeException(port, String.valueOf(cause.getMessage()), cause);
    }

    /// The input or parameter at fault, if there is one.
    public Optional<String> port() {
        return port.isEmpty() ? Optional.empty() : Optional.of(port);
    }
}
