package dev.weft.graph.validation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// Finds the cycles of a graph: one for each strongly connected component, by Tarjan's algorithm without
/// recursion.
final class Cycles {
    private static final int UNSEEN = 0;
    private static final int NO_ARROW = -1;

    private static final int UNREACHED = -2;

    private final Digraph graph;
    private final int[] order;
    private final int[] lowest;
    private final int[] component;
    private final int[] open;
    private final int[] path;
    private final int[] nextArrow;
    private final int[] reachedBy;
    private int openCount;
    private int seen;
    private int components;
    private final List<int[]> cycles = new ArrayList<>();

    private Cycles(Digraph graph) {
        this.graph = graph;
        order = new int[graph.size()];
        lowest = new int[graph.size()];
        component = new int[graph.size()];
        Arrays.fill(component, -1);
        open = new int[graph.size()];
        path = new int[graph.size()];
        nextArrow = new int[graph.size()];
        reachedBy = new int[graph.size()];
        Arrays.fill(reachedBy, UNREACHED);
    }

    /// A shortest cycle through the first node of each component that has one, as arrows of which each begins
    /// where the one before ends; ordered by first node.
    static List<int[]> in(Digraph graph) {
        Cycles search = new Cycles(graph);
        for (int node = 0; node < graph.size(); node++) {
            if (search.order[node] == UNSEEN) {
                search.explore(node);
            }
        }
        search.cycles.sort(Comparator.comparingInt(cycle -> graph.tail(cycle[0])));
        return search.cycles;
    }

    private void explore(int root) {
        int depth = 0;
        enter(root, depth);
        while (depth >= 0) {
            int node = path[depth];
            if (nextArrow[depth] < graph.outgoingCount(node)) {
                int next = graph.head(graph.outgoing(node, nextArrow[depth]++));
                if (order[next] == UNSEEN) {
                    depth++;
                    enter(next, depth);
                } else if (component[next] < 0) {
                    lowest[node] = Math.min(lowest[node], order[next]);
                }
            } else {
                if (lowest[node] == order[node]) {
                    close(node);
                }
                depth--;
                if (depth >= 0) {
                    lowest[path[depth]] = Math.min(lowest[path[depth]], lowest[node]);
                }
            }
        }
    }

    private void enter(int node, int depth) {
        order[node] = ++seen;
        lowest[node] = seen;
        open[openCount++] = node;
        path[depth] = node;
        nextArrow[depth] = 0;
    }

    private void close(int root) {
        int first = root;
        int node;
        do {
            node = open[--openCount];
            component[node] = components;
            first = Math.min(first, node);
        } while (node != root);
        components++;
        shortestThrough(first);
    }

    /// Breadth first within the component, until an arrow leads back.
    private void shortestThrough(int start) {
        Deque<Integer> waiting = new ArrayDeque<>();
        waiting.add(start);
        reachedBy[start] = NO_ARROW;
        while (!waiting.isEmpty()) {
            int node = waiting.remove();
            for (int i = 0; i < graph.outgoingCount(node); i++) {
                int arrow = graph.outgoing(node, i);
                int next = graph.head(arrow);
                if (next == start) {
                    cycles.add(pathEndingWith(arrow));
                    return;
                }
                if (component[next] == component[start] && reachedBy[next] == UNREACHED) {
                    reachedBy[next] = arrow;
                    waiting.add(next);
                }
            }
        }
    }

    private int[] pathEndingWith(int lastArrow) {
        Deque<Integer> arrows = new ArrayDeque<>();
        for (int arrow = lastArrow; arrow != NO_ARROW; arrow = reachedBy[graph.tail(arrow)]) {
            arrows.addFirst(arrow);
        }
        return arrows.stream().mapToInt(Integer::intValue).toArray();
    }
}
