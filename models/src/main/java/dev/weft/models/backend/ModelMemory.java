package dev.weft.models.backend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// The opened models of a process, which stay open as long as their budget and free memory allow.
///
/// Where a model needs room, the one that was used longest ago is closed first, and never one that is being used. A
/// model that the budget leaves no room waits until another is no longer used; one that is too large even alone is
/// opened all the same. Thread-safe: its monitor guards it and the state of every [KeptModel].
public final class ModelMemory {

    /// While a model is opened, its file and what becomes of it are in memory together.
    private static final int OPENING_COST = 2;

    /// The rest is for the JVM, whose heap may take a quarter.
    private static final double AUTOMATIC_SHARE = 0.75;

    private final MemoryBudget budget;
    /// What is open or being opened, the one used longest ago first.
    private final Set<KeptModel<?>> held = new LinkedHashSet<>();
    /// How many models each thread is using.
    private final Map<Thread, Integer> users = new HashMap<>();

    /// Nothing is open yet.
    public ModelMemory(MemoryBudget budget) {
        this.budget = budget;
    }

    /// The most bytes that opened models may take, where that was asked for.
    public OptionalLong limit() {
        return budget instanceof MemoryBudget.Bytes(long count) ? OptionalLong.of(count) : OptionalLong.empty();
    }

    /// How many bytes the models take that are open or being opened, as far as it can be estimated.
    public synchronized long bytes() {
        return held.stream().mapToLong(KeptModel::bytes).sum();
    }

    /// How many models are open or being opened.
    public synchronized int count() {
        return held.size();
    }

    /// Closes every model that is not being used at this moment. What is needed again is opened again.
    ///
    /// @return how many were closed
    public int free() {
        List<OpenedModel> closing = new ArrayList<>();
        synchronized (this) {
            for (OpenedModel idle = takeIdle(); idle != null; idle = takeIdle()) {
                closing.add(idle);
            }
            notifyAll();
        }
        if (!closing.isEmpty()) {
            closing.forEach(OpenedModel::close);
            NativeHeap.trim();
        }
        return closing.size();
    }

    /// Closes other models until one that is to be opened has room, and holds that room for it.
    ///
    /// @throws CancellationException if the opening is not wanted any more
    void makeRoom(ModelOpening opening, MemoryGauge gauge) {
        while (true) {
            Room room = room(gauge);
            OpenedModel idle;
            synchronized (this) {
                opening.stop().throwIfStopped();
                long needed = opening.model().bytes();
                boolean within = bytes() + needed <= room.budget();
                boolean fits = within && OPENING_COST * needed <= room.free();
                if (!fits && opening.isOnlyForLater()) {
                    throw new CancellationException("There is no room to open a model before it is needed.");
                }
                idle = fits ? null : takeIdle();
                if (idle == null) {
                    if (within || held.isEmpty() || !opening.canWaitForRoom()) {
                        held.add(opening.model());
                        return;
                    }
                    await();
                    continue;
                }
            }
            // Looked up here, as settings are made before it is known where to log.
            LoggerFactory.getLogger(ModelMemory.class).debug("A model is closed to make room for {}.", opening.model());
            idle.close();
            // What became free has to show before free memory is looked at again.
            NativeHeap.trim();
        }
    }

    /// @param budget bytes for all models
    /// @param free bytes that are free now
    private record Room(long budget, long free) {}

    /// Asks outside of the monitor, since a graphics card takes its time to answer; and not where nothing could be
    /// closed anyway.
    private Room room(MemoryGauge gauge) {
        synchronized (this) {
            if (held.isEmpty()) {
                return new Room(Long.MAX_VALUE, Long.MAX_VALUE);
            }
        }
        return new Room(most(gauge), gauge.free().orElse(Long.MAX_VALUE));
    }

    private long most(MemoryGauge gauge) {
        return switch (budget) {
            case MemoryBudget.Bytes(long count) -> count;
            case MemoryBudget.Automatic() -> {
                OptionalLong total = gauge.total();
                yield total.isPresent() ? (long) (AUTOMATIC_SHARE * total.getAsLong()) : Long.MAX_VALUE;
            }
        };
    }

    /// Closes what was used longest ago while models take more than was asked for, since calls may have grown them; but
    /// not the one that was used last.
    void settle() {
        boolean closed = false;
        for (OpenedModel idle = takeExcess(); idle != null; idle = takeExcess()) {
            idle.close();
            closed = true;
        }
        if (closed) {
            NativeHeap.trim();
        }
    }

    private synchronized @Nullable OpenedModel takeExcess() {
        return bytes() > limit().orElse(Long.MAX_VALUE) && held.size() > 1 ? takeIdle() : null;
    }

    private @Nullable OpenedModel takeIdle() {
        for (KeptModel<?> model : held) {
            OpenedModel idle = model.takeIfIdle();
            if (idle != null) {
                held.remove(model);
                return idle;
            }
        }
        return null;
    }

    /// Notes that the calling thread uses a model from now on.
    void entered(KeptModel<?> model) {
        held.remove(model);
        held.add(model);
        users.merge(Thread.currentThread(), 1, Integer::sum);
    }

    /// Notes that the calling thread uses a model no longer.
    void left() {
        users.computeIfPresent(Thread.currentThread(), (_, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    /// Whether the calling thread is using a model.
    boolean isUsedHere() {
        return users.containsKey(Thread.currentThread());
    }

    void remove(KeptModel<?> model) {
        held.remove(model);
        notifyAll();
    }

    /// Waits until something may have changed, with the monitor held; called in loops.
    @SuppressWarnings("WaitNotInLoop")
    void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Waiting for a model was interrupted.");
        }
    }

    synchronized void changed() {
        notifyAll();
    }
}
