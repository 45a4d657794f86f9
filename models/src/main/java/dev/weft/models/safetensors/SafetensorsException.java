package dev.weft.models.safetensors;

import java.io.IOException;

/// A `.safetensors` file is not what it should be. The message is one sentence that names the file and the place.
public final class SafetensorsException extends IOException {
    private static final long serialVersionUID = 1L;

    SafetensorsException(String source, String problem) {
        super("\"" + source + "\": " + problem);
    }
}
