package dev.weft.editor.queue;

import dev.weft.editor.run.CurrentRun;
import dev.weft.editor.run.FinishedRun;
import dev.weft.editor.run.RunGist;
import dev.weft.editor.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What people read of runs.
final class QueueWords {
    private static final Texts TEXTS = Texts.of(QueueWords.class);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final long MINUTE = 60;
    private static final double THOUSAND = 1000.0;

    private QueueWords() {}

    /// A length of time such as `9.6 s` or `2:05 min`.
    static String time(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < MINUTE) {
            return String.format(Locale.getDefault(), "%.1f s", duration.toMillis() / THOUSAND);
        }
        return String.format(Locale.ROOT, "%d:%02d min", seconds / MINUTE, seconds % MINUTE);
    }

    static String percent(double fraction) {
        return Math.round(fraction * 100) + " %";
    }

    static String score(double consistency) {
        return String.format(Locale.getDefault(), "%.2f", consistency);
    }

    /// Which node works, and at which step.
    static String work(CurrentRun run) {
        if (run.cancelling()) {
            return TEXTS.get("cancelling");
        }
        if (run.node().isEmpty()) {
            return TEXTS.get("starting");
        }
        return run.steps() > 0
                ? TEXTS.get("step", run.node(), Integer.toString(run.step()), Integer.toString(run.steps()))
                : run.node();
    }

    static String gist(RunGist gist) {
        List<String> parts = new ArrayList<>();
        gist.seed().ifPresent(seed -> parts.add(TEXTS.get("seed", seed)));
        if (gist.pictures().isPresent()) {
            parts.add(pictures(gist.pictures().getAsInt()));
        }
        gist.size().ifPresent(parts::add);
        return String.join(", ", parts);
    }

    static String pictures(int count) {
        return TEXTS.get("pictures", count);
    }

    static String clock(Instant instant) {
        return CLOCK.format(instant.atZone(ZoneId.systemDefault()));
    }

    /// When a run was over, and how it went.
    static String ending(FinishedRun run) {
        String how = switch (run.ending()) {
            case DONE -> run.took().map(QueueWords::time).orElse("");
            case FAILED -> run.message();
            case CANCELLED -> TEXTS.get("was_cancelled");
            case INTERRUPTED -> TEXTS.get("was_interrupted");
        };
        return how.isEmpty() ? clock(run.ended()) : clock(run.ended()) + ", " + how;
    }

    /// One sentence on a run that is over.
    static String news(FinishedRun run) {
        String took = run.took().map(QueueWords::time).orElse("0 s");
        return switch (run.ending()) {
            case DONE -> {
                List<String> parts = new ArrayList<>(List.of(TEXTS.get("finished_in", took)));
                if (!run.pictures().isEmpty()) {
                    parts.add(pictures(run.pictures().size()));
                }
                run.consistency().ifPresent(score -> parts.add(TEXTS.get("consistency", score(score))));
                yield String.join(", ", parts);
            }
            case FAILED -> TEXTS.get("stopped", took, run.message());
            case CANCELLED -> TEXTS.get("cancelled_after", took);
            case INTERRUPTED -> TEXTS.get("was_interrupted");
        };
    }

    /// How many runs are under way.
    static String line(boolean running, int waiting) {
        if (running) {
            return waiting == 0 ? TEXTS.get("one_running") : TEXTS.get("running_and_waiting", waiting);
        }
        return waiting == 0 ? TEXTS.get("nothing_waits") : TEXTS.get("only_waiting", waiting);
    }

    /// How many runs wait, and how long they will take.
    static String waiting(int count, Optional<Duration> whole) {
        String runs = TEXTS.get("runs", count);
        return whole.map(duration -> runs + ", " + TEXTS.get("about", roughly(duration)))
                .orElse(runs);
    }

    private static String roughly(Duration duration) {
        return duration.toSeconds() < MINUTE ? Math.max(1, duration.toSeconds()) + " s" : time(duration);
    }
}
