package dev.weft.models.backend;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A model that is opened when it is used and may be closed whenever it is not, to make room for others: whoever
/// uses it never sees it closed.
///
/// ```java
/// ImageBatch pictures = decoder.use(stop, opened -> opened.decode(latent, batch, height, width, stop));
/// ```
///
/// Thread-safe; several threads may use it at a time.
///
/// @param <T> what the model is while it is open
public final class KeptModel<T extends OpenedModel> implements AutoCloseable {
    private final String name;
    private final long weightBytes;
    private final Opening<T> way;
    private final ModelMemory memory;
    private final MemoryGauge gauge;

    private @Nullable T opened;
    private @Nullable ModelOpening opening;
    private int users;
    private boolean closed;

    /// Opens nothing yet.
    ///
    /// @param name what it is called in the log
    /// @param weightBytes how much memory its weights take once it is open
    KeptModel(String name, long weightBytes, Opening<T> way, ModelMemory memory, MemoryGauge gauge) {
        this.name = name;
        this.weightBytes = weightBytes;
        this.way = way;
        this.memory = memory;
        this.gauge = gauge;
    }

    /// A way to open a model.
    @FunctionalInterface
    public interface Opening<T extends OpenedModel> {
        /// Opens the model. Runs in a thread of its own, again each time the model is needed and is not open.
        ///
        /// @param stop comes when the model is not wanted any more
        /// @throws ModelException with a sentence for the user if it cannot be opened
        T open(StopSignal stop);
    }

    /// Does something with the opened model, which stays open meanwhile. Where memory runs out, models that are not in
    /// use are closed, and it is done once again.
    ///
    /// @param work must not keep the model; another model that it uses may take more than the budget, as this one
    ///     cannot make room for it
    /// @throws ModelException with a sentence for the user if it cannot be opened
    /// @throws java.util.concurrent.CancellationException if stopped while it waits for the model
    public <R> R use(StopSignal stop, Function<T, R> work) {
        T model = enter(stop);
        try {
            return workedOrAgain(model, work);
        } finally {
            leave();
        }
    }

    private <R> R workedOrAgain(T model, Function<T, R> work) {
        try {
            return work.apply(model);
        } catch (MemoryException e) {
            if (memory.free() == 0) {
                throw e;
            }
        }
        return work.apply(model);
    }

    /// Begins to open the model if there is room for it, so that it is ready when it is needed.
    public void prepare() {
        synchronized (memory) {
            if (!closed && opened == null && !isOpening()) {
                begin();
            }
        }
    }

    private T enter(StopSignal stop) {
        try (StopSignal.Registration _ = stop.onStop(memory::changed)) {
            synchronized (memory) {
                while (true) {
                    stop.throwIfStopped();
                    T known = opened;
                    if (known != null) {
                        users++;
                        memory.entered(this);
                        return known;
                    }
                    if (closed) {
                        throw new IllegalStateException("The model " + name + " was closed for good.");
                    }
                    awaitOpening(stop);
                }
            }
        }
    }

    private void awaitOpening(StopSignal stop) {
        ModelOpening known = opening;
        ModelOpening awaited = known == null || known.hasEnded() ? begin() : known;
        awaited.join(memory.isUsedHere());
        try {
            // An opening that waits for room has to learn who waits for it.
            memory.changed();
            while (!awaited.hasEnded()) {
                memory.await();
                stop.throwIfStopped();
            }
            awaited.throwFailure();
        } finally {
            awaited.leave();
            memory.changed();
        }
    }

    private void leave() {
        T last = null;
        synchronized (memory) {
            users--;
            memory.left();
            if (closed && users == 0) {
                last = taken();
                memory.remove(this);
            }
        }
        close(last);
        memory.settle();
    }

    private boolean isOpening() {
        ModelOpening known = opening;
        return known != null && !known.hasEnded();
    }

    private ModelOpening begin() {
        ModelOpening begun = new ModelOpening(this);
        Thread.ofPlatform().daemon().name("opening " + name).start(() -> open(begun));
        // Only now: a thread that could not be started is nothing to wait for.
        opening = begun;
        return begun;
    }

    private void open(ModelOpening begun) {
        T model = null;
        Throwable failure = null;
        try {
            memory.makeRoom(begun, gauge);
            model = way.open(begun.stop());
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        T unwanted = null;
        synchronized (memory) {
            if (model == null || closed) {
                unwanted = model;
                memory.remove(this);
            } else {
                opened = model;
            }
            begun.end(failure);
            memory.changed();
        }
        close(unwanted);
    }

    /// Closes the model if it is not being used at this moment; it is opened again when it is needed.
    public void free() {
        OpenedModel idle;
        synchronized (memory) {
            idle = takeIfIdle();
            if (idle != null) {
                memory.remove(this);
            }
        }
        close(idle);
    }

    /// How much memory it takes, or will take, as far as it can be estimated; with the memory's monitor held.
    long bytes() {
        T known = opened;
        return weightBytes + (known == null ? 0 : known.workingBytes());
    }

    /// Takes the opened model out, to be closed, unless it is used or waited for; with the memory's monitor held.
    @Nullable
    OpenedModel takeIfIdle() {
        ModelOpening known = opening;
        return users == 0 && (known == null || !known.isWaitedFor()) ? taken() : null;
    }

    private @Nullable T taken() {
        T known = opened;
        opened = null;
        return known;
    }

    /// Closes the model for good: now, or when it is no longer used. Waits for an opening to end, because a process
    /// that ends meanwhile would crash.
    @Override
    public void close() {
        T last = null;
        synchronized (memory) {
            closed = true;
            ModelOpening known = opening;
            if (known != null && !known.hasEnded()) {
                known.stop().stop();
                memory.changed();
                awaitUninterrupted(known);
            }
            if (users == 0) {
                last = taken();
                memory.remove(this);
            }
        }
        close(last);
    }

    private void awaitUninterrupted(ModelOpening known) {
        boolean interrupted = false;
        while (!known.hasEnded()) {
            try {
                memory.wait();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(@Nullable OpenedModel model) {
        if (model != null) {
            model.close();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
