package dev.weft.models.config;

import java.io.IOException;

/// A JSON file cannot be read or an entry of it is not what it has to be. The message is one sentence naming the file.
public final class ConfigException extends IOException {
    public ConfigException(String message) {
        super(message);
    }

    public ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
