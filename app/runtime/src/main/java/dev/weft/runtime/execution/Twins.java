package dev.weft.runtime.execution;

import dev.weft.runtime.cache.Fingerprint;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Finds tasks that would do the same work at the same time.
final class Twins {
    private final Map<Fingerprint, Task> working = new HashMap<>();

    /// Another task with the same key that works, or is about to; if there is none, this one is noted as such.
    Optional<Task> of(Task task) {
        Fingerprint key = task.key;
        if (key == null) {
            return Optional.empty();
        }
        Task equal = working.get(key);
        if (equal != null && equal != task && isWorking(equal, key) && !isAbove(equal, task)) {
            return Optional.of(equal);
        }
        working.put(key, task);
        return Optional.empty();
    }

    private static boolean isWorking(Task task, Fingerprint key) {
        return switch (task.phase) {
            case COLLECTING, READY, RUNNING, EXPANDED -> key.equals(task.key);
            case UNWANTED, IDENTIFYING, KNOWN, DONE, LOST -> false;
        };
    }

    /// Whether a task has come out of another, which is not done before it.
    private static boolean isAbove(Task above, Task task) {
        for (Optional<Task> next = task.parent; next.isPresent(); next = next.get().parent) {
            if (next.get() == above) {
                return true;
            }
        }
        return false;
    }
}
