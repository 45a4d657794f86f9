package dev.weft.runtime.execution;

import static dev.weft.runtime.execution.Bench.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.Node;
import dev.weft.nodes.api.Blocked;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeResult;
import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.cache.CacheSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Graphs by chance, each run several times with small changes in between, against what a plain recursion works out.
@Timeout(300)
final class RandomGraphsTest {
    private static final int GRAPHS = 200;
    private static final int CHANGES = 6;
    private static final long FAILS = 7;
    private static final long BLOCKS = 11;

    private final Map<Long, Long> ends = new ConcurrentHashMap<>();
    private final Stub mix =
            Stub.giving("mix", RandomGraphsTest::mixed).in("a").in("b").number("number", 0);
    private final Stub waiting = Stub.giving("waiting", RandomGraphsTest::mixed)
            .in("a")
            .in("b")
            .number("number", 0)
            .load(Load.WAITS);
    private final Stub choice = Stub.giving("choice", RandomGraphsTest::chosen)
            .in("a")
            .in(Stub.input("b").asLazy())
            .number("number", 0)
            .demanding((known, context) ->
                    known.optional("a", Long.class).orElse(0L) % 2 == 0 ? Set.of("b") : Set.of());
    private final Stub end = Stub.ending("end", (inputs, context) -> {
                ends.put(inputs.parameters().whole("number"), inputs.value("a", Long.class));
                return NodeOutputs.NONE;
            })
            .in("a")
            .number("number", 0);

    private static NodeResult mixed(NodeInputs inputs, NodeContext context) throws NodeException {
        long number = inputs.parameters().whole("number");
        if (number == FAILS) {
            throw new NodeException("no");
        }
        return Stub.value(
                number == BLOCKS
                        ? Blocked.SILENTLY
                        : mix(
                                number,
                                inputs.optional("a", Long.class).orElse(0L),
                                inputs.optional("b", Long.class).orElse(0L)));
    }

    private static NodeResult chosen(NodeInputs inputs, NodeContext context) throws NodeException {
        return Stub.value(
                inputs.optional("b", Long.class).orElse(inputs.parameters().whole("number")));
    }

    /// Few different values, so that equal results of different work are common.
    private static long mix(long number, long a, long b) {
        return (number + 3 * a + 5 * b) % 23;
    }

    /// One node as the recursion sees it; -1 for an input that is not linked.
    private record Planned(String type, long number, int a, int b) {}

    /// What the recursion finds: a value, or why there is none.
    private sealed interface Found {
        record Value(long value) implements Found {}

        record Without(boolean failed) implements Found {}
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 200_000, 1 << 26})
    void every_run_gives_what_a_plain_recursion_gives(long memory) {
        for (int seed = 0; seed < GRAPHS; seed++) {
            Random random = new Random(seed);
            CacheSettings settings = memory == 0 ? CacheSettings.none() : CacheSettings.inMemory(memory);
            Bench bench = new Bench(settings, mix, waiting, choice, end);
            List<Planned> graph = graph(random);
            Map<Long, Long> before = new HashMap<>();
            for (int change = 0; change < CHANGES; change++) {
                check(bench, graph, before, seed + "." + change);
                int changed = random.nextInt(graph.size());
                Planned old = graph.get(changed);
                graph.set(
                        changed,
                        new Planned(old.type, old.type.equals("end") ? old.number : random.nextInt(13), old.a, old.b));
            }
        }
    }

    private void check(Bench bench, List<Planned> graph, Map<Long, Long> before, String name) {
        List<Node> nodes = new ArrayList<>();
        List<String> wires = new ArrayList<>();
        for (int i = 0; i < graph.size(); i++) {
            Planned planned = graph.get(i);
            nodes.add(node("n" + i, planned.type, planned.number));
            if (planned.a >= 0) {
                wires.add("n" + planned.a + ">n" + i + ".a");
            }
            if (planned.b >= 0) {
                wires.add("n" + planned.b + ">n" + i + ".b");
            }
        }
        ends.clear();
        Outcome outcome = bench.run(nodes, wires.toArray(String[]::new));
        Map<Integer, Found> found = new HashMap<>();
        boolean anyFailed = false;
        for (int i = 0; i < graph.size(); i++) {
            Planned planned = graph.get(i);
            if (planned.type.equals("end")) {
                switch (find(graph, planned.a, found)) {
                    case Found.Value(long value) -> before.put(planned.number, value);
                    case Found.Without(boolean failed) -> {
                        anyFailed |= failed;
                        assertThat(ends).as(name).doesNotContainKey(planned.number);
                    }
                }
            }
        }
        assertThat(outcome).as(name).isEqualTo(anyFailed ? Outcome.FAILED : Outcome.DONE);
        // What an end was given now is right; one that did not run had been given the same before.
        ends.forEach((number, value) -> assertThat(before).as(name).containsEntry(number, value));
        assertThat(told(bench))
                .as(name)
                .allSatisfy((node, times) -> assertThat(times).as(node).isEqualTo(1));
    }

    /// How many times each node was told to be over.
    private static Map<String, Integer> told(Bench bench) {
        Map<String, Integer> told = new HashMap<>();
        for (ExecutionEvent event : bench.events) {
            switch (event) {
                case ExecutionEvent.NodeCached cached -> told.merge(cached.node(), 1, Integer::sum);
                case ExecutionEvent.NodeFinished finished -> told.merge(finished.node(), 1, Integer::sum);
                case ExecutionEvent.NodeFailed failed -> told.merge(failed.node(), 1, Integer::sum);
                case ExecutionEvent.NodeSkipped skipped -> told.merge(skipped.node(), 1, Integer::sum);
                case ExecutionEvent.NodeBlocked blocked -> told.merge(blocked.node(), 1, Integer::sum);
                case ExecutionEvent.ExecutionStarted started -> told.put("all", 1 - started.nodes());
                default -> {}
            }
        }
        int all = told.values().stream().mapToInt(Integer::intValue).sum();
        told.put("all", all);
        return told;
    }

    private static Found find(List<Planned> graph, int index, Map<Integer, Found> found) {
        Found known = found.get(index);
        if (known == null) {
            known = compute(graph, graph.get(index), found);
            found.put(index, known);
        }
        return known;
    }

    private static Found compute(List<Planned> graph, Planned planned, Map<Integer, Found> found) {
        long a = 0;
        if (planned.a >= 0) {
            switch (find(graph, planned.a, found)) {
                case Found.Without without -> {
                    return without.failed || planned.b < 0 || planned.type.equals("choice")
                            ? without
                            : new Found.Without(without.failed || isLost(find(graph, planned.b, found)));
                }
                case Found.Value(long value) -> a = value;
            }
        }
        if (planned.type.equals("choice")) {
            return a % 2 == 0 && planned.b >= 0 ? find(graph, planned.b, found) : new Found.Value(planned.number);
        }
        long b = 0;
        if (planned.b >= 0) {
            switch (find(graph, planned.b, found)) {
                case Found.Without without -> {
                    return without;
                }
                case Found.Value(long value) -> b = value;
            }
        }
        if (planned.number == FAILS || planned.number == BLOCKS) {
            return new Found.Without(planned.number == FAILS);
        }
        return new Found.Value(mix(planned.number, a, b));
    }

    private static boolean isLost(Found found) {
        return found instanceof Found.Without(boolean failed) && failed;
    }

    private static List<Planned> graph(Random random) {
        List<Planned> graph = new ArrayList<>();
        int size = 5 + random.nextInt(40);
        String[] types = {"mix", "mix", "waiting", "choice"};
        for (int i = 0; i < size; i++) {
            graph.add(new Planned(
                    types[random.nextInt(types.length)],
                    random.nextInt(13),
                    i == 0 ? -1 : random.nextInt(-1, i),
                    i == 0 ? -1 : random.nextInt(-1, i)));
        }
        for (int i = 0; i < 3; i++) {
            graph.add(new Planned("end", 1000 + i, random.nextInt(size), -1));
        }
        return graph;
    }
}
