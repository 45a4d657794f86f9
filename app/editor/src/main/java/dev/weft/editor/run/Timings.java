package dev.weft.editor.run;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How long nodes and runs took before, to say how long they will take.
@Singleton
final class Timings {
    private final Map<String, Duration> nodes = new HashMap<>();
    private final Map<Object, Duration> runs = new HashMap<>();

    @Inject
    Timings() {}

    /// @param key the node's place, or its type
    synchronized void node(String key, Duration took) {
        nodes.put(key, took);
    }

    synchronized Optional<Duration> node(String key) {
        return Optional.ofNullable(nodes.get(key));
    }

    /// @param likeness equal for runs that take about the same time
    synchronized void run(Object likeness, Duration took) {
        runs.put(likeness, took);
    }

    synchronized Optional<Duration> run(Object likeness) {
        return Optional.ofNullable(runs.get(likeness));
    }
}
