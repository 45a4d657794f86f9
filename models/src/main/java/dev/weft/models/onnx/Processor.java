package dev.weft.models.onnx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What kind of processor this machine has, as far as code that is tuned to it goes.
final class Processor {
    private static final Path LINUX = Path.of("/proc/cpuinfo");

    private Processor() {}

    /// A text that is the same on machines whose processors can do the same; nothing where that cannot be found out.
    static Optional<String> kind() {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return abilities().map(abilities -> machine + " " + abilities);
    }

    private static Optional<String> abilities() {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")
                && System.getProperty("os.arch").equals("aarch64")) {
            return Optional.of("Apple");
        }
        String windows = System.getenv("PROCESSOR_IDENTIFIER");
        if (windows != null) {
            return Optional.of(windows);
        }
        try (Stream<String> lines = Files.lines(LINUX, StandardCharsets.ISO_8859_1)) {
            // The first processor's lines: x86 lists "flags", ARM "Features".
            String listed = lines.takeWhile(line -> !line.isBlank())
                    .filter(line -> line.startsWith("model name")
                            || line.startsWith("flags")
                            || line.startsWith("Features")
                            || line.startsWith("CPU part"))
                    .collect(Collectors.joining("\n"));
            return listed.isEmpty() ? Optional.empty() : Optional.of(listed);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
