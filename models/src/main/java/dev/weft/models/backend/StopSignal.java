package dev.weft.models.backend;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;

/// A request to stop, which model calls obey even while they are inside ONNX Runtime.
///
/// Any thread may ask. A stopped call throws a [CancellationException].
public final class StopSignal {
    private final Set<RunOptions> calls = new HashSet<>();
    private boolean stopped;

    /// A signal that nobody holds, so that it never comes.
    public static StopSignal never() {
        return new StopSignal();
    }

    /// Stops every call under this signal, now and from now on.
    public synchronized void stop() {
        stopped = true;
        for (RunOptions call : calls) {
            try {
                call.setTerminate(true);
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime did not take the request to stop.", e);
            }
        }
    }

    /// Whether stopping was asked for.
    public synchronized boolean stopped() {
        return stopped;
    }

    /// Throws if stopping was asked for.
    ///
    /// @throws CancellationException then
    public void throwIfStopped() {
        if (stopped()) {
            throw new CancellationException("The run was cancelled.");
        }
    }

    synchronized void enter(RunOptions call) {
        throwIfStopped();
        calls.add(call);
    }

    synchronized void leave(RunOptions call) {
        calls.remove(call);
    }
}
