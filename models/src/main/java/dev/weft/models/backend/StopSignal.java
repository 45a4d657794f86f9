package dev.weft.models.backend;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/// A request to stop, which model calls obey even while they are inside ONNX Runtime.
///
/// Any thread may ask. A stopped call throws a [CancellationException].
public final class StopSignal {
    private final Set<RunOptions> calls = new HashSet<>();
    private final Set<Registration> registrations = new HashSet<>();
    private volatile boolean stopped;

    /// A signal that nobody holds, so that it never comes.
    public static StopSignal never() {
        return new StopSignal();
    }

    /// Stops every call under this signal, now and from now on.
    public void stop() {
        List<Registration> told;
        synchronized (this) {
            stopped = true;
            for (RunOptions call : calls) {
                terminate(call);
            }
            told = List.copyOf(registrations);
        }
        // Not with the monitor held, since an action may wait for another thread.
        told.forEach(each -> each.action.run());
    }

    private static void terminate(RunOptions call) {
        try {
            call.setTerminate(true);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime did not take the request to stop.", e);
        }
    }

    /// Whether stopping was asked for.
    public boolean stopped() {
        return stopped;
    }

    /// Throws if stopping was asked for.
    ///
    /// @throws CancellationException then
    public void throwIfStopped() {
        if (stopped) {
            throw new CancellationException("The run was cancelled.");
        }
    }

    /// Runs `action` when stopping is asked for, in the thread that asks, until the registration is closed. A request
    /// that came before is not told.
    Registration onStop(Runnable action) {
        Registration made = new Registration(action);
        synchronized (this) {
            registrations.add(made);
        }
        return made;
    }

    /// Puts a call that ONNX Runtime is about to run under this signal.
    ///
    /// @throws CancellationException if stopping was asked for
    public synchronized void enter(RunOptions call) {
        throwIfStopped();
        calls.add(call);
    }

    /// Takes a call back; only then may its options be closed.
    public synchronized void leave(RunOptions call) {
        calls.remove(call);
    }

    /// Takes an action back.
    final class Registration implements AutoCloseable {
        private final Runnable action;

        private Registration(Runnable action) {
            this.action = action;
        }

        @Override
        public void close() {
            synchronized (StopSignal.this) {
                registrations.remove(this);
            }
        }
    }
}
