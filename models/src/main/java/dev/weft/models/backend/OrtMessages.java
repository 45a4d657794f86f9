package dev.weft.models.backend;

import ai.onnxruntime.OrtException;
import java.util.regex.Pattern;

/// Makes ONNX Runtime's error texts fit into a sentence.
final class OrtMessages {
    private static final int LONGEST = 300;
    private static final Pattern CODE = Pattern.compile("^Error code - \\w+ - message: ");
    private static final Pattern SOURCE = Pattern.compile("/\\S+\\.(?:cc|h|cu):\\d+ \\S+ ?");

    /// What ONNX Runtime, CUDA, cuBLAS and cuDNN say when memory runs out.
    private static final Pattern MEMORY = Pattern.compile(
            "out of memory|failed to allocate memory|bad[_ ]alloc|alloc_failed|available memory of",
            Pattern.CASE_INSENSITIVE);

    private OrtMessages() {}

    /// Whether memory ran out.
    static boolean tellsOfMemory(OrtException failure) {
        return MEMORY.matcher(String.valueOf(failure.getMessage())).find();
    }

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
