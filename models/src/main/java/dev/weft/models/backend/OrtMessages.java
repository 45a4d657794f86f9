package dev.weft.models.backend;

import ai.onnxruntime.OrtException;
import java.util.regex.Pattern;

/// Makes ONNX Runtime's error texts fit into a sentence.
final class OrtMessages {
    private static final int LONGEST = 300;
    private static final Pattern CODE = Pattern.compile("^Error code - \\w+ - message: ");
    private static final Pattern SOURCE = Pattern.compile("/\\S+\\.(?:cc|h|cu):\\d+ \\S+ ?");

    private OrtMessages() {}

    /// The reason in one line, without a full stop at its end.
    static String reason(OrtException failure) {
        String text = String.valueOf(failure.getMessage());
        text = CODE.matcher(text).replaceFirst("");
        text = SOURCE.matcher(text).replaceAll("");
        text = text.strip().replaceAll("\\s+", " ");
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST) + "…";
        }
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
