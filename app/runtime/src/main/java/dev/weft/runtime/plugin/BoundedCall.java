package dev.weft.runtime.plugin;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.LoggerFactory;

/// Calls into a plugin on a thread that is given up when it takes too long, so that nothing which a plugin throws, and
/// no loop without an end, reaches the host.
///
/// The thread is a daemon with the plugin's class loader as its context: one that never returns does not keep the
/// program alive.
///
/// @param timeLimit how long a call may take
record BoundedCall(Duration timeLimit) {
    /// @param plugin its id
    /// @param loader the plugin's
    /// @throws PluginCallException if the call threw anything or took too long; its message says so for users, as a
    ///     part of a sentence
    <T> T call(String plugin, ClassLoader loader, Callable<T> work) throws PluginCallException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread =
                Thread.ofPlatform().daemon().name("plugin " + plugin).unstarted(() -> run(plugin, work, result));
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return result.get(timeLimit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new PluginCallException(
                    e.getCause() instanceof PluginCallException told ? told.explanation() : Explanation.UNKNOWN);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new PluginCallException(Explanation.endless(timeLimit));
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new PluginCallException(Explanation.INTERRUPTED);
        }
    }

    /// Whatever comes out of a plugin is caught here, errors of the virtual machine among it: the plugin has used up
    /// the memory or the stack of this thread, which ends. Nothing of the plugin leaves, not even what it threw.
    /// That is an object of its own, whose message may be anything and whose class would keep the plugin in memory.
    private static <T> void run(String plugin, Callable<T> work, CompletableFuture<T> result) {
        try {
            result.complete(work.call());
        } catch (Throwable thrown) {
            result.completeExceptionally(new PluginCallException(explain(plugin, thrown)));
        }
    }

    private static Explanation explain(String plugin, Throwable thrown) {
        try {
            LoggerFactory.getLogger(BoundedCall.class).error("plugin '{}' failed", plugin, thrown);
            return Explanation.of(thrown);
        } catch (Throwable again) {
            return Explanation.UNKNOWN;
        }
    }
}
