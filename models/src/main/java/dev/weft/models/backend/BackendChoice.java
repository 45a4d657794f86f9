package dev.weft.models.backend;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the user asked for: a backend by name, or whichever is fastest here.
public sealed interface BackendChoice {
    /// CUDA where ONNX Runtime has it and it starts, the processor otherwise.
    record Automatic() implements BackendChoice {}

    /// Exactly this backend; that it cannot start is an error.
    record Named(Backend backend) implements BackendChoice {}

    /// Reads `auto`, `cpu`, `cuda` (device 0) or `cuda:N`.
    ///
    /// @throws IllegalArgumentException with one sentence for the user if the text is none of these
    static BackendChoice parse(String text) {
        return switch (text) {
            case "auto" -> new Automatic();
            case "cpu" -> new Named(new Backend.Cpu());
            case "cuda" -> new Named(new Backend.Cuda(0));
            default -> {
                Matcher numbered = Pattern.compile("cuda:(\\d{1,3})").matcher(text);
                if (!numbered.matches()) {
                    throw new IllegalArgumentException(
                            "There is no backend '" + text + "'; choose auto, cpu, cuda or cuda:N.");
                }
                yield new Named(new Backend.Cuda(Integer.parseInt(numbered.group(1))));
            }
        };
    }
}
