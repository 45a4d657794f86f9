package dev.weft.runtime.queue;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// How far a run has come, in one word; [RunState] knows the details.
public enum RunStatus {
    /// It was accepted, and nobody has taken it yet.
    WAITING,
    /// A worker runs it.
    RUNNING,
    /// Every node did its work.
    DONE,
    /// A node failed, or the workflow could not be run at all.
    FAILED,
    /// It was stopped, or taken out of the queue, on request.
    CANCELLED,
    /// Its worker ended before the run did.
    INTERRUPTED;

    /// Every way in which a run can be over.
    public static final Set<RunStatus> OVER = Set.copyOf(EnumSet.of(DONE, FAILED, CANCELLED, INTERRUPTED));

    /// Whether the run is over, and so a part of history.
    public boolean over() {
        return OVER.contains(this);
    }

    /// The word in small letters, as the database has it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunStatus ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return word();
    }
}
