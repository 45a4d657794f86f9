package dev.weft.editor.run;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.runtime.Installation;
import dev.weft.runtime.execution.CancellationToken;
import dev.weft.runtime.queue.QueueException;
import dev.weft.runtime.queue.QueueStore;
import dev.weft.runtime.queue.QueuedRun;
import dev.weft.runtime.queue.RunEngine;
import dev.weft.runtime.queue.RunObserver;
import dev.weft.runtime.queue.Worker;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The queue that all programs of Weft share, and a worker of the editor's own. All that may wait for the disk
/// happens
/// in
/// threads of its own. Nothing is opened before somebody asks for it.
@Singleton
final class RunQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunQueue.class);
    private static final long SECONDS_TO_END = 20;

    private final Installation installation;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("weft-queue").factory());
    private final CancellationToken stop = new CancellationToken();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Consumer<String> trouble = _ -> {};
    private volatile Consumer<QueueStore> look = _ -> {};
    private @Nullable QueueStore store;
    private @Nullable Worker worker;
    private @Nullable Thread working;

    /// Something that is done with the queue.
    @FunctionalInterface
    interface Task {
        void perform(QueueStore store);
    }

    @Inject
    RunQueue(Installation installation) {
        this.installation = installation;
    }

    /// @param look is called in the queue's thread whenever something has changed
    /// @param trouble is told in a sentence why the queue cannot be used
    void listen(Consumer<QueueStore> look, Consumer<String> trouble) {
        this.look = look;
        this.trouble = trouble;
    }

    /// Whether there was a queue before the editor was started.
    boolean exists() {
        return Files.exists(installation.data().resolve("weft.db"));
    }

    /// Does something with the queue, soon.
    void perform(Task task) {
        if (stop.requested()) {
            return;
        }
        thread.execute(() -> {
            try {
                task.perform(open());
            } catch (QueueException e) {
                LOG.warn("The queue cannot be used.", e);
                trouble.accept(String.valueOf(e.getMessage()));
            }
        });
    }

    /// Looks at the queue soon; once if this is called often.
    void lookSoon() {
        if (!stop.requested() && looking.compareAndSet(false, true)) {
            perform(opened -> {
                looking.set(false);
                look.accept(opened);
            });
        }
    }

    /// Begins to take runs, unless that has begun. Called in the queue's thread.
    void work(RunEngine engine, Function<QueuedRun, RunObserver> observers) {
        if (working == null || !working.isAlive()) {
            Worker taken = open().worker();
            worker = taken;
            working = Thread.ofPlatform()
                    .daemon()
                    .name("weft-runs")
                    .start(() -> taken.work(Worker.Patience.WAIT, engine, observers, stop));
        }
    }

    private QueueStore open() {
        QueueStore known = store;
        if (known != null) {
            return known;
        }
        QueueStore opened = QueueStore.open(installation.data(), installation.libraries());
        opened.queue().listen(_ -> lookSoon());
        store = opened;
        lookSoon();
        return opened;
    }

    /// Stops the run that is going on, which counts as interrupted, and gives the queue back.
    @Override
    public void close() {
        stop.request();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(this::closeAll, thread);
        thread.shutdown();
        closed.orTimeout(SECONDS_TO_END, TimeUnit.SECONDS)
                .exceptionally(_ -> null)
                .join();
    }

    private void closeAll() {
        try {
            if (working != null) {
                working.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (worker != null) {
            worker.close();
        }
        if (store != null) {
            store.close();
        }
    }
}
