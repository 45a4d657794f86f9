package dev.weft.runtime.execution;

import dev.weft.runtime.execution.Task.Phase;
import dev.weft.runtime.execution.Task.Waiter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who reads whom: lets go of values that nobody reads any more, and of tasks that nobody needs any more.
final class Losses {
    private final Story story;
    private final Deque<Task> open;

    /// @param open takes tasks that are to be looked at again
    Losses(Story story, Deque<Task> open) {
        this.story = story;
        this.open = open;
    }

    /// Keeps the values that a task may read, and those that others may read that it may yet ask for.
    void hold(Task first) {
        Deque<Task> holding = new ArrayDeque<>();
        holding.add(first);
        for (Task task = holding.poll(); task != null; task = holding.poll()) {
            if (!task.holding) {
                task.holding = true;
                for (Wire wire : task.wires.values()) {
                    hold(wire, holding);
                }
            }
        }
    }

    /// Keeps the value at the other end of a wire.
    void hold(Wire wire) {
        Deque<Task> holding = new ArrayDeque<>();
        hold(wire, holding);
        holding.forEach(this::hold);
    }

    private static void hold(Wire wire, Deque<Task> holding) {
        if (wire instanceof Wire.From from) {
            from.task().readers++;
            if (from.task().phase == Phase.UNWANTED) {
                holding.add(from.task());
            }
        }
    }

    /// Notes that a task reads no more.
    void release(Task task) {
        release(task, null);
    }

    /// Tells that a task's result was known, if nothing was told yet, and lets go of what it would have read.
    void close(Task task) {
        tellCached(task);
        release(task, null);
    }

    void tellCached(Task task) {
        if (!task.told) {
            task.told = true;
            story.cached(task);
        }
    }

    /// Looks again at those that have nothing more to wait for.
    void wake(List<Waiter> waiters) {
        for (Waiter waiter : waiters) {
            if (waiter.live() && --waiter.task().waiting == 0) {
                open.add(waiter.task());
            }
        }
        waiters.clear();
    }

    /// Notes that a task does not run because `cause` failed. All that waits for it is lost too, and so is what only
    /// those would have read.
    void lose(Task first, String cause) {
        Deque<Task> losing = new ArrayDeque<>();
        losing.add(first);
        for (Task task = losing.poll(); task != null; task = losing.poll()) {
            if (task.phase == Phase.LOST || task.phase == Phase.DONE) {
                continue;
            }
            task.phase = Phase.LOST;
            task.lostTo = cause;
            task.waitAnew();
            if (!task.told) {
                task.told = true;
                story.skipped(task, cause);
            }
            wake(task.twins);
            addLive(task.identityWaiters, losing);
            addLive(task.valueWaiters, losing);
            release(task, losing);
        }
    }

    private static void addLive(List<Waiter> waiters, Deque<Task> losing) {
        for (Waiter waiter : waiters) {
            if (waiter.live()) {
                losing.add(waiter.task());
            }
        }
        waiters.clear();
    }

    /// @param losing takes what is not needed any more because of a failure; null where none is the reason
    private void release(Task first, @Nullable Deque<Task> losing) {
        Deque<Task> dropped = new ArrayDeque<>();
        dropped.add(first);
        for (Task task = dropped.poll(); task != null; task = dropped.poll()) {
            if (!task.holding) {
                continue;
            }
            task.holding = false;
            for (Wire wire : task.wires.values()) {
                release(wire, losing, dropped);
            }
            Growth growth = task.growth;
            if (growth != null) {
                task.growth = null;
                growth.wires().forEach(wire -> release(wire, losing, dropped));
            }
        }
    }

    private void release(Wire wire, @Nullable Deque<Task> losing, Deque<Task> dropped) {
        if (!(wire instanceof Wire.From from) || --from.task().readers > 0) {
            return;
        }
        Task source = from.task();
        switch (source.phase) {
            case DONE -> {
                source.outputs = null;
                source.phase = Phase.KNOWN;
            }
            case KNOWN -> open.add(source);
            case IDENTIFYING, COLLECTING, READY -> {
                if (source.target) {
                    return;
                }
                if (losing != null) {
                    losing.add(source);
                } else {
                    source.phase = Phase.UNWANTED;
                    source.waitAnew();
                    wake(source.twins);
                    dropped.add(source);
                }
            }
            case UNWANTED -> dropped.add(source);
            case RUNNING, EXPANDED, LOST -> {}
        }
    }
}
