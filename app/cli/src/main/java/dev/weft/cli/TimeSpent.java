package dev.weft.cli;

import dev.weft.cli.progress.Durations;
import dev.weft.models.backend.SessionClock;
import java.time.Duration;
import java.time.Instant;

/// Where the time of this process went.
final class TimeSpent {
    private TimeSpent() {}

    /// `Time since the process began: 6.2 s; running models 4.1 s, opening models 0.8 s, all else 1.3 s.`
    static String by(SessionClock clock) {
        Instant now = Instant.now();
        Instant start = ProcessHandle.current().info().startInstant().orElse(now);
        Duration whole = Duration.between(start, now);
        Duration rest = whole.minus(clock.running()).minus(clock.opening());
        return "Time since the process began: " + Durations.exact(whole) + "; running models "
                + Durations.exact(clock.running()) + ", opening models " + Durations.exact(clock.opening())
                + ", all else " + Durations.exact(rest.isNegative() ? Duration.ZERO : rest) + ".";
    }
}
