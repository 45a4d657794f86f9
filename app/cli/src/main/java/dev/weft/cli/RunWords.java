package dev.weft.cli;

import dev.weft.cli.progress.Durations;
import dev.weft.runtime.queue.QueuedRun;
import dev.weft.runtime.queue.RunState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What is said of runs, for people.
final class RunWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private RunWords() {}

    /// How far a run has come, in one word.
    static String state(QueuedRun run) {
        return run.state() instanceof RunState.Running running && running.cancelling()
                ? "stopping"
                : run.status().word();
    }

    /// How long it took, as far as that is known.
    static String took(QueuedRun run) {
        return run.state() instanceof RunState.Over over
                ? over.duration().map(Durations::exact).orElse("")
                : "";
    }

    /// When it was, by the clock on the wall.
    static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    /// How long ago it was.
    static String since(Instant instant, Instant now) {
        Duration time = Duration.between(instant, now);
        return time.isNegative() ? "0 s" : Durations.rounded(time);
    }

    /// `1 run`, `2 runs`.
    static String count(long runs) {
        return runs == 1 ? "1 run" : runs + " runs";
    }

    /// On one line.
    static String title(QueuedRun run) {
        return run.title().replaceAll("\\s+", " ");
    }
}
