package dev.weft.runtime.execution;

import dev.weft.nodes.api.Load;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How many nodes of each load may still begin, over all executions of a runtime. Any thread may use it.
final class Slots {
    private final Map<Load, Integer> free = new EnumMap<>(Load.class);
    private final List<Runnable> waiting = new ArrayList<>();

    /// @param computing how many nodes that compute may run at once
    /// @param runningModels how many nodes that run models may run at once
    Slots(int computing, int runningModels) {
        free.put(Load.WAITS, Integer.MAX_VALUE);
        free.put(Load.COMPUTES, computing);
        free.put(Load.RUNS_MODELS, runningModels);
    }

    /// Takes a slot if there is one.
    ///
    /// @param retry is run once, in whatever thread gives a slot back, if there is none
    /// @return whether one was taken
    synchronized boolean take(Load load, Runnable retry) {
        int left = free.getOrDefault(load, 0);
        if (left == 0) {
            if (!waiting.contains(retry)) {
                waiting.add(retry);
            }
            return false;
        }
        free.put(load, left - 1);
        return true;
    }

    /// Gives a slot back.
    void give(Load load) {
        List<Runnable> woken;
        synchronized (this) {
            free.merge(load, 1, Integer::sum);
            woken = List.copyOf(waiting);
            waiting.clear();
        }
        woken.forEach(Runnable::run);
    }
}
