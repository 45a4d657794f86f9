package dev.weft.cli;

import dev.weft.runtime.execution.CancellationToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/// Turns Ctrl-C, or a polite `kill`, into a clean end: asks the execution to stop and lets it do so. Asked a second
/// time, the process ends at once.
///
/// Shutdown hooks would not do: all run at the same time, and ONNX Runtime's own closes its environment under models
/// that are still running, which crashes the process.
@SuppressWarnings("sunapi") // The JDK has no other way to hear of a signal before the process begins to end.
final class Interruption implements AutoCloseable {
    private static final int SIGNALLED = 128;

    private final CancellationToken cancellation;
    private final Map<Signal, SignalHandler> replaced = new LinkedHashMap<>();
    private volatile int number;

    Interruption(CancellationToken cancellation) {
        this.cancellation = cancellation;
        for (String name : List.of("INT", "TERM")) {
            try {
                Signal signal = new Signal(name);
                replaced.put(signal, Signal.handle(signal, this::heard));
            } catch (IllegalArgumentException ignored) {
                // The system does not know the signal, or the JVM was told to keep it.
            }
        }
    }

    private void heard(Signal signal) {
        if (number != 0) {
            Runtime.getRuntime().halt(SIGNALLED + signal.getNumber());
        }
        number = signal.getNumber();
        cancellation.request();
    }

    /// What the process ends with if a signal came: 130 for Ctrl-C, 143 for a polite `kill`.
    OptionalInt exitCode() {
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(SIGNALLED + number);
    }

    @Override
    public void close() {
        replaced.forEach(Signal::handle);
    }
}
