package dev.weft.cli;

import dev.weft.runtime.execution.CancellationToken;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns Ctrl-C into a clean end: asks the execution to stop, and holds the process until it has.
///
/// The process then ends by the signal it was sent, with exit code 130 for Ctrl-C and 143 for a polite `kill`.
final class Interruption implements AutoCloseable {
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    Interruption(CancellationToken cancellation) {
        hook = new Thread(() -> stop(cancellation), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop(CancellationToken cancellation) {
        if (over.getCount() == 0) {
            return;
        }
        cancellation.request();
        try {
            // Whatever happens, the process ends: a third-party library may never come back.
            boolean _ = over.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// All is written and said; nothing needs to be waited for.
    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ignored) {
            // The process is ending already, and the hook is running.
        }
    }
}
