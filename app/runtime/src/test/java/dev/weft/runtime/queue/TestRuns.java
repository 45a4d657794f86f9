package dev.weft.runtime.queue;

import dev.weft.runtime.queue.Submission.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Runs for tests, and a clock that they set.
final class TestRuns {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private TestRuns() {}

    static Submission run(String title) {
        return run(title, 0);
    }

    static Submission run(String title, int priority) {
        return submission(title, new Place.Back(priority));
    }

    static Submission urgent(String title) {
        return submission(title, new Place.Front());
    }

    static List<String> titles(List<QueuedRun> runs) {
        return runs.stream().map(QueuedRun::title).toList();
    }

    private static Submission submission(String title, Place place) {
        return new Submission(
                title,
                Optional.of(Path.of("/flows", title + ".weft.json")),
                "{\"weft\": 1, \"title\": \"" + title + "\"}",
                RunSettings.into(Path.of("/pictures"), Path.of("/flows")),
                place);
    }

    /// Stands still until it is moved.
    static final class Clock implements InstantSource {
        private Instant now = NOON;

        @Override
        public synchronized Instant instant() {
            return now;
        }

        synchronized void pass(Duration time) {
            now = now.plus(time);
        }
    }
}
