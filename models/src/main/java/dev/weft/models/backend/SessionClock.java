package dev.weft.models.backend;

import java.time.Duration;

/// Counts the time during which at least one model is being run, and apart from it the time during which sessions are
/// opened.
///
/// Both are unions over threads: two models that run side by side for a second count as one second, so that the time
/// of a process less [#running()] is what it spent outside ONNX Runtime's calls.
public final class SessionClock {
    private final Span running = new Span();
    private final Span opening = new Span();

    /// How long models have been running so far.
    public Duration running() {
        return running.total();
    }

    /// How long sessions have been opened so far: reading, optimising and preparing model files.
    public Duration opening() {
        return opening.total();
    }

    Span runningSpan() {
        return running;
    }

    Span openingSpan() {
        return opening;
    }

    static final class Span {
        private int active;
        private long startedAt;
        private long nanoseconds;

        synchronized void enter() {
            if (active++ == 0) {
                startedAt = System.nanoTime();
            }
        }

        synchronized void leave() {
            if (--active == 0) {
                nanoseconds += System.nanoTime() - startedAt;
            }
        }

        synchronized Duration total() {
            long now = active == 0 ? 0 : System.nanoTime() - startedAt;
            return Duration.ofNanos(nanoseconds + now);
        }
    }
}
