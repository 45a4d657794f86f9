package dev.weft.cli.progress;

import java.time.Duration;
import java.util.Locale;

/// Durations as people read them.
public final class Durations {
    private Durations() {}

    /// `0.41 s`, `5.2 s`, `3 min 20 s`.
    public static String exact(Duration duration) {
        double seconds = duration.toNanos() / 1e9;
        if (seconds < 1) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        return seconds < 60 ? String.format(Locale.ROOT, "%.1f s", seconds) : rounded(duration);
    }

    /// `5 s`, `3 min 20 s`, `2 h 5 min`.
    public static String rounded(Duration duration) {
        long seconds = Math.round(duration.toNanos() / 1e9);
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }
}
