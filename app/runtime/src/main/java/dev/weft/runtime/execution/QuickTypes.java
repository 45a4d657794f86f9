package dev.weft.runtime.execution;

import dev.weft.graph.NodeTypeId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which node types take less time to run than to hand over to another thread, judged by their last runs.
final class QuickTypes {
    private static final long HANDING_OVER_NANOSECONDS = 50_000;
    private static final int ENOUGH_RUNS = 4;

    private final Map<NodeTypeId, Pace> paces = new ConcurrentHashMap<>();

    boolean contains(NodeTypeId type) {
        Pace pace = paces.get(type);
        return pace != null && pace.runs >= ENOUGH_RUNS && pace.slowest < HANDING_OVER_NANOSECONDS;
    }

    /// Notes that a run took so long. One slow run outweighs many quick ones.
    void took(NodeTypeId type, long nanoseconds) {
        Pace pace = paces.computeIfAbsent(type, ignored -> new Pace());
        pace.slowest = Math.max(nanoseconds, pace.slowest - pace.slowest / 8);
        pace.runs = Math.min(ENOUGH_RUNS, pace.runs + 1);
    }

    /// Threads may overwrite each other's notes; a note lost changes a guess, not a result.
    private static final class Pace {
        private volatile long slowest;
        private volatile int runs;
    }
}
