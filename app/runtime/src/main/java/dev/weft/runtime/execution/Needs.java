package dev.weft.runtime.execution;

import dev.weft.runtime.execution.Task.Phase;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// Has tasks wait for what they need of others.
final class Needs {
    private final Losses losses;
    private final Deque<Task> open;

    /// @param open takes tasks that are to be looked at again
    Needs(Losses losses, Deque<Task> open) {
        this.losses = losses;
        this.open = open;
    }

    /// Wants a task's work done, whether somebody reads its values or not.
    void want(Task task) {
        if (task.phase == Phase.UNWANTED) {
            task.phase = Phase.IDENTIFYING;
            losses.hold(task);
            open.add(task);
        }
    }

    /// Whether all is there that a task needs; if not, it waits, or is lost.
    ///
    /// @param values whether it needs the values of its inputs, or their identities only
    boolean has(Task task, boolean values) {
        task.waitAnew();
        for (Map.Entry<String, Wire> wire : task.wires.entrySet()) {
            if (wire.getValue() instanceof Wire.From from && !task.postpones(wire.getKey())) {
                if (values || task.shape.isParameter(wire.getKey())) {
                    needValue(task, from.task());
                } else {
                    needIdentity(task, from.task());
                }
                if (task.phase == Phase.LOST) {
                    return false;
                }
            }
        }
        return task.waiting == 0;
    }

    /// Whether all values are there that an expanded task needs; if not, it waits, or is lost.
    boolean has(Task task, List<Wire> wires) {
        task.waitAnew();
        for (Wire wire : wires) {
            if (wire instanceof Wire.From from) {
                needValue(task, from.task());
                if (task.phase == Phase.LOST) {
                    return false;
                }
            }
        }
        return task.waiting == 0;
    }

    private void needIdentity(Task task, Task source) {
        want(source);
        if (source.phase == Phase.LOST) {
            losses.lose(task, String.valueOf(source.lostTo));
        } else if (source.identities == null) {
            task.await(source.identityWaiters);
        }
    }

    private void needValue(Task task, Task source) {
        source.valueWanted = true;
        want(source);
        if (source.phase == Phase.LOST) {
            losses.lose(task, String.valueOf(source.lostTo));
        } else if (source.outputs == null) {
            task.await(source.valueWaiters);
            if (source.phase == Phase.KNOWN) {
                open.add(source);
            }
        }
    }
}
