package dev.weft.runtime.execution;

import dev.weft.nodes.api.Load;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The threads that nodes run on: virtual ones for nodes that wait, others for those that compute, which call native
/// code and would keep a virtual thread's carrier.
final class Workers {
    private static final long IDLE_SECONDS = 10;

    private final AtomicInteger started = new AtomicInteger();
    private final ExecutorService computing = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::worker);

    /// Runs `work` at once in a thread fit for this load.
    void run(Load load, Runnable work) {
        switch (load) {
            case WAITS ->
                Thread.ofVirtual()
                        .name("weft-waiting-", started.incrementAndGet())
                        .start(work);
            case COMPUTES, RUNS_MODELS -> computing.execute(work);
        }
    }

    private Thread worker(Runnable work) {
        Thread thread = new Thread(work, "weft-node-" + started.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(Workers.class.getClassLoader());
        return thread;
    }
}
