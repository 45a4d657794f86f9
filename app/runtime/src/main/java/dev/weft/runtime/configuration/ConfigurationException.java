package dev.weft.runtime.configuration;

/// A configuration file has mistakes. The message is one sentence for the user, without a full stop: where they are,
/// what
/// is wrong and what to do.
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1;

    ConfigurationException(String message) {
        super(message);
    }
}
