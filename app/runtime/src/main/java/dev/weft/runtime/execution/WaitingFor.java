package dev.weft.runtime.execution;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Finds out whether an expansion would wait for itself.
final class WaitingFor {
    private WaitingFor() {}

    /// Whether `source` cannot be done before `waiting`, or before one of those that turned into it, is.
    static boolean anyOf(Task waiting, Task source) {
        Set<Task> family = new HashSet<>();
        for (Optional<Task> task = Optional.of(waiting); task.isPresent(); task = task.get().parent) {
            family.add(task.get());
        }
        Set<Task> seen = new HashSet<>();
        Deque<Task> open = new ArrayDeque<>();
        open.add(source);
        while (!open.isEmpty()) {
            Task task = open.remove();
            if (family.contains(task)) {
                return true;
            }
            if (task.identities == null && seen.add(task)) {
                task.wires.values().forEach(wire -> add(wire, open));
                Growth growth = task.growth;
                if (growth != null) {
                    growth.wires().forEach(wire -> add(wire, open));
                }
            }
        }
        return false;
    }

    private static void add(Wire wire, Deque<Task> open) {
        if (wire instanceof Wire.From from) {
            open.add(from.task());
        }
    }
}
