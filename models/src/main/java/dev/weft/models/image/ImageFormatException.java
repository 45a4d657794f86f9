package dev.weft.models.image;

import java.io.IOException;

/// A file is not a picture that Weft can read. The message is one sentence that names the file.
public final class ImageFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    ImageFormatException(String source, String problem) {
        super("\"" + source + "\" " + problem);
    }

    ImageFormatException(String source, String problem, Throwable cause) {
        super("\"" + source + "\" " + problem, cause);
    }
}
