package dev.weft.graph.validation;

import java.util.BitSet;

/// Numbered nodes and the arrows between them, in arrays: quick to walk, and never by recursion.
final class Digraph {
    private final int size;
    private final int[] tails;
    private final int[] heads;
    private final int[] outgoingStarts;
    private final int[] outgoing;
    private final int[] incomingStarts;
    private final int[] incoming;

    /// @param size number of nodes
    /// @param tails the node that each arrow leaves
    /// @param heads the node that each arrow points to
    Digraph(int size, int[] tails, int[] heads) {
        this.size = size;
        this.tails = tails.clone();
        this.heads = heads.clone();
        outgoingStarts = starts(size, tails);
        outgoing = grouped(outgoingStarts, tails);
        incomingStarts = starts(size, heads);
        incoming = grouped(incomingStarts, heads);
    }

    int size() {
        return size;
    }

    int tail(int arrow) {
        return tails[arrow];
    }

    int head(int arrow) {
        return heads[arrow];
    }

    int outgoingCount(int node) {
        return outgoingStarts[node + 1] - outgoingStarts[node];
    }

    /// One of the arrows that leave a node, in the order in which they were given.
    int outgoing(int node, int index) {
        return outgoing[outgoingStarts[node] + index];
    }

    int incomingCount(int node) {
        return incomingStarts[node + 1] - incomingStarts[node];
    }

    /// One of the arrows that point to a node, in the order in which they were given.
    int incoming(int node, int index) {
        return incoming[incomingStarts[node] + index];
    }

    /// The nodes from which one of `targets` can be reached, `targets` included.
    BitSet leadingTo(BitSet targets) {
        return reached(targets, incomingStarts, incoming, tails);
    }

    /// The nodes that can be reached from one of `sources`, `sources` included.
    BitSet reachedFrom(BitSet sources) {
        return reached(sources, outgoingStarts, outgoing, heads);
    }

    private BitSet reached(BitSet begin, int[] arrowStarts, int[] arrows, int[] ends) {
        BitSet found = (BitSet) begin.clone();
        int[] waiting = new int[size];
        int count = 0;
        for (int node = begin.nextSetBit(0); node >= 0; node = begin.nextSetBit(node + 1)) {
            waiting[count++] = node;
        }
        while (count > 0) {
            int node = waiting[--count];
            for (int i = arrowStarts[node]; i < arrowStarts[node + 1]; i++) {
                int next = ends[arrows[i]];
                if (!found.get(next)) {
                    found.set(next);
                    waiting[count++] = next;
                }
            }
        }
        return found;
    }

    private static int[] starts(int size, int[] ends) {
        int[] starts = new int[size + 1];
        for (int end : ends) {
            starts[end + 1]++;
        }
        for (int i = 0; i < size; i++) {
            starts[i + 1] += starts[i];
        }
        return starts;
    }

    private static int[] grouped(int[] starts, int[] ends) {
        int[] next = starts.clone();
        int[] grouped = new int[ends.length];
        for (int arrow = 0; arrow < ends.length; arrow++) {
            grouped[next[ends[arrow]]++] = arrow;
        }
        return grouped;
    }
}
