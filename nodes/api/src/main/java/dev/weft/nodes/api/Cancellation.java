package dev.weft.nodes.api;

/// A request to stop, which anyone may make and running nodes obey.
public interface Cancellation {
    /// Whether stopping was asked for.
    boolean requested();

    /// Throws if stopping was asked for.
    ///
    /// @throws java.util.concurrent.CancellationException then
    void throwIfRequested();

    /// Runs `action` when stopping is asked for, at once if it already was, in the thread that asks. Close the handle
    /// when there is nothing left to stop.
    Handle onRequest(Runnable action);

    /// Takes an action back.
    interface Handle extends AutoCloseable {
        @Override
        void close();
    }
}
