package dev.weft.editor.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What is known of a node from the last run, or from the one that is going on.
///
/// @param state how far it has come
/// @param step how many steps are done
/// @param steps how many steps there are; 0 if it does not say
/// @param took how long it worked, when it is done
/// @param left how long it will still work, if that can be told
/// @param previews what it shows of its work, one a row of the batch
/// @param message why it failed or did not run: one sentence, or empty
/// @param port the input or parameter at fault, if it is one
public record NodeRun(
        State state,
        int step,
        int steps,
        Optional<Duration> took,
        Optional<Duration> left,
        List<Preview> previews,
        String message,
        Optional<String> port) {
    /// How far a node has come.
    public enum State {
        /// It was in no run yet, or was changed since.
        IDLE,
        /// Its turn comes later in the run that is going on.
        WAITING,
        /// It works.
        RUNNING,
        /// It has done its work.
        DONE,
        /// Its result was known from before.
        CACHED,
        /// It could not do its work.
        FAILED,
        /// It did not work because one that it needs failed, or because the run was cancelled.
        NOT_RUN
    }

    /// A node that was in no run yet.
    public static final NodeRun IDLE = of(State.IDLE);

    /// Takes a copy of `previews`.
    public NodeRun {
        previews = List.copyOf(previews);
    }

    /// A node of which nothing but the state is known.
    public static NodeRun of(State state) {
        return new NodeRun(state, 0, 0, Optional.empty(), Optional.empty(), List.of(), "", Optional.empty());
    }

    /// A node that was changed since it was run. What it showed then is still worth looking at.
    static NodeRun outdated(List<Preview> previews) {
        return new NodeRun(State.IDLE, 0, 0, Optional.empty(), Optional.empty(), previews, "", Optional.empty());
    }
}
