package dev.weft.runtime.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How far a run has come, and since when.
public sealed interface RunState {
    /// The same in one word.
    RunStatus status();

    /// Nobody has taken it yet.
    record Waiting() implements RunState {
        @Override
        public RunStatus status() {
            return RunStatus.WAITING;
        }
    }

    /// A worker runs it.
    ///
    /// @param worker the worker's name
    /// @param began when it was taken
    /// @param cancelling whether somebody has asked for it to be stopped
    record Running(String worker, Instant began, boolean cancelling) implements RunState {
        @Override
        public RunStatus status() {
            return RunStatus.RUNNING;
        }
    }

    /// It is over.
    ///
    /// @param status how it ended
    /// @param began when it was last taken; nothing if it was cancelled before
    /// @param ended when it was over; for an interrupted run, when that was noticed
    record Over(RunStatus status, Optional<Instant> began, Instant ended) implements RunState {
        /// @throws IllegalArgumentException if `status` is not one of a run that is over
        public Over {
            if (!status.over()) {
                throw new IllegalArgumentException("a run that is over cannot be " + status);
            }
        }

        /// How long it ran; nothing if it never did, or if nobody saw its end.
        public Optional<Duration> duration() {
            return status == RunStatus.INTERRUPTED
                    ? Optional.empty()
                    : began.map(start -> Duration.between(start, ended));
        }
    }
}
