package dev.weft.runtime.queue;

import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.execution.CancellationToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/// A process that takes a run and never finishes it.
final class WorkerProcess {
    private WorkerProcess() {}

    /// Starts one; it tells on standard output which run it took.
    static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkerProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Takes a run and waits.
    ///
    /// @param arguments the folder of the queue
    public static void main(String[] arguments) {
        try (QueueStore store = QueueStore.open(Path.of(arguments[0]), InstantSource.system());
                Worker worker = store.worker()) {
            worker.work(
                    Worker.Patience.STOP,
                    (taken, cancellation, observer) -> {
                        System.out.println("took run " + taken.run().id());
                        return wait(new CountDownLatch(1));
                    },
                    _ -> RunObserver.NONE,
                    new CancellationToken());
        }
    }

    private static Outcome wait(CountDownLatch never) {
        try {
            never.await();
            return Outcome.DONE;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
