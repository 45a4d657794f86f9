package dev.weft.runtime.plugin;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Calls into a plugin on a thread that is given up when it takes too long, so that nothing which a plugin throws, and
/// no loop without an end, reaches the host.
///
/// The thread is a daemon with the plugin's class loader as its context: one that never returns does not keep the
/// program alive.
///
/// @param timeLimit how long a call may take
record BoundedCall(Duration timeLimit) {
    /// @param loader the plugin's
    /// @throws ExecutionException if the call threw anything, which is its cause
    /// @throws TimeoutException if the call took too long; its thread is told to stop
    <T> T call(String plugin, ClassLoader loader, Callable<T> work) throws ExecutionException, TimeoutException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().name("plugin " + plugin).unstarted(() -> run(work, result));
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return result.get(timeLimit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw e;
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new ExecutionException(e);
        }
    }

    /// Whatever comes out of a plugin is caught here, errors of the virtual machine among it: the plugin has used up
    /// the memory or the stack of this thread, which ends.
    private static <T> void run(Callable<T> work, CompletableFuture<T> result) {
        try {
            result.complete(work.call());
        } catch (Throwable thrown) {
            result.completeExceptionally(thrown);
        }
    }
}
