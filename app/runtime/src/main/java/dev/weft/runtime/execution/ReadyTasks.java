package dev.weft.runtime.execution;

import dev.weft.nodes.api.Load;
import dev.weft.runtime.execution.Task.Phase;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/// The tasks that can run, the most urgent first: those nearest to an end, then those that came first.
final class ReadyTasks {
    private static final Comparator<Task> URGENCY =
            Comparator.comparingInt((Task task) -> task.distance).thenComparingInt(task -> task.number);

    private final Map<Load, PriorityQueue<Task>> byLoad = new EnumMap<>(Load.class);

    ReadyTasks() {
        for (Load load : Load.values()) {
            byLoad.put(load, new PriorityQueue<>(URGENCY));
        }
    }

    void add(Task task) {
        queue(task.shape.load()).add(task);
    }

    /// Whether there is none.
    boolean isEmpty() {
        return byLoad.keySet().stream().allMatch(load -> head(load).isEmpty());
    }

    /// Takes the most urgent task that may begin.
    ///
    /// @param mayBegin is asked for the first of each load, the most urgent first
    Optional<Task> take(Predicate<Task> mayBegin) {
        Optional<Task> taken = byLoad.keySet().stream()
                .flatMap(load -> head(load).stream())
                .sorted(URGENCY)
                .filter(mayBegin)
                .findFirst();
        taken.ifPresent(task -> queue(task.shape.load()).remove());
        return taken;
    }

    /// The first of this load; those that are not needed any more are passed over.
    private Optional<Task> head(Load load) {
        PriorityQueue<Task> queue = queue(load);
        while (!queue.isEmpty() && queue.element().phase != Phase.READY) {
            queue.remove();
        }
        return Optional.ofNullable(queue.peek());
    }

    private PriorityQueue<Task> queue(Load load) {
        return byLoad.getOrDefault(load, new PriorityQueue<>(URGENCY));
    }
}
