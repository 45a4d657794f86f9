package dev.weft.models.style;

import java.io.IOException;

/// A `.style` file is not what it should be. The message is one sentence that names the file and what to do.
public final class StyleFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    StyleFormatException(String source, String problem) {
        super("The style file \"" + source + "\" " + problem);
    }
}
