package dev.weft.graph.validation;

import java.util.BitSet;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// Puts nodes into an order in which they can run.
final class PlanOrder {
    private PlanOrder() {}

    /// Those of `chosen` that no cycle precedes, each after all that point to it, and as early as that allows
    /// by their number.
    ///
    /// @param chosen nodes together with all that lead to them
    static int[] of(Digraph graph, BitSet chosen) {
        int[] missing = new int[graph.size()];
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int node = chosen.nextSetBit(0); node >= 0; node = chosen.nextSetBit(node + 1)) {
            missing[node] = graph.incomingCount(node);
            if (missing[node] == 0) {
                ready.add(node);
            }
        }
        IntStream.Builder order = IntStream.builder();
        while (!ready.isEmpty()) {
            int node = ready.remove();
            order.add(node);
            for (int i = 0; i < graph.outgoingCount(node); i++) {
                int next = graph.head(graph.outgoing(node, i));
                if (chosen.get(next) && --missing[next] == 0) {
                    ready.add(next);
                }
            }
        }
        return order.build().toArray();
    }
}
