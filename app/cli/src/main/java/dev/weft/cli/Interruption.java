package dev.weft.cli;

import dev.weft.runtime.execution.CancellationToken;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jline.utils.Signals;

/// Turns Ctrl-C, or a polite `kill`, into a clean end: asks the execution to stop and lets it do so. Asked a second
/// time, the process ends at once.
///
/// Shutdown hooks would not do: all run at the same time, and ONNX Runtime's own closes its environment under models
/// that are still running, which crashes the process.
final class Interruption implements AutoCloseable {
    /// Number of each signal, as all systems that know it count it.
    private static final Map<String, Integer> NUMBERS = Map.of("INT", 2, "TERM", 15);

    private static final int SIGNALLED = 128;

    private final CancellationToken cancellation;
    private final Map<String, Object> replaced = new LinkedHashMap<>();
    private volatile int code;

    Interruption(CancellationToken cancellation) {
        this.cancellation = cancellation;
        NUMBERS.forEach((signal, number) -> {
            // A system that does not know the signal gives nothing to put back.
            Object before = Signals.register(signal, () -> heard(SIGNALLED + number));
            if (before != null) {
                replaced.put(signal, before);
            }
        });
    }

    private void heard(int exitCode) {
        if (code != 0) {
            Runtime.getRuntime().halt(exitCode);
        }
        code = exitCode;
        cancellation.request();
    }

    /// What the process ends with if a signal came: 130 for Ctrl-C, 143 for a polite `kill`.
    OptionalInt exitCode() {
        return code == 0 ? OptionalInt.empty() : OptionalInt.of(code);
    }

    @Override
    public void close() {
        replaced.forEach(Signals::unregister);
    }
}
