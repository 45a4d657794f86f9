package dev.weft.runtime.execution;

import static dev.weft.runtime.execution.Bench.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.Node;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.cache.CacheSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class LargeGraphsTest {
    private static final int WIDE = 10_000;

    @Test
    void ten_thousand_nodes_beside_one_another_run_and_are_known_after() {
        List<Node> nodes = new ArrayList<>();
        List<String> wires = new ArrayList<>();
        for (int i = 0; i < WIDE; i++) {
            nodes.add(node("n" + i, "sum", i % 1000));
            wires.add("n" + i + ">end.part_" + (i + 1));
        }
        nodes.add(node("end", "total"));
        List<Long> totals = new ArrayList<>();
        Stub total = Stub.ending("total", (inputs, context) -> {
                    totals.add(inputs.variadic("part", Long.class).stream()
                            .mapToLong(Long::longValue)
                            .sum());
                    return NodeOutputs.NONE;
                })
                .in(Stub.input("part").asVariadic());
        Bench bench = new Bench(CacheSettings.inMemory(1 << 28), total);
        assertThat(bench.run(nodes, wires.toArray(String[]::new))).isEqualTo(Outcome.DONE);
        assertThat(totals).containsExactly(WIDE / 1000 * (999L * 1000 / 2));
        assertThat(bench.sum.runs).hasValue(1000);
        bench.run(nodes, wires.toArray(String[]::new));
        assertThat(bench.ran()).isEmpty();
        assertThat(bench.story()).hasSize(WIDE + 1);
    }

    @Test
    void a_failure_at_the_beginning_of_a_long_chain_skips_all_of_it() {
        Stub broken = Stub.giving("broken", (inputs, context) -> {
            throw new NodeException("no");
        });
        List<Node> nodes = new ArrayList<>(List.of(node("n0", "broken")));
        List<String> wires = new ArrayList<>();
        for (int i = 1; i <= WIDE; i++) {
            nodes.add(node("n" + i, i == WIDE ? "keep" : "sum"));
            wires.add("n" + (i - 1) + ">n" + i + ".a");
        }
        Bench bench = new Bench(broken);
        assertThat(bench.run(nodes, wires.toArray(String[]::new))).isEqualTo(Outcome.FAILED);
        assertThat(bench.story()).hasSize(WIDE + 2).contains("skipped n" + WIDE + " because of n0");
    }

    @Test
    void a_ladder_in_which_each_rung_needs_both_before_it_runs_each_once() {
        List<Node> nodes = new ArrayList<>(List.of(node("l0", "sum", 1), node("r0", "sum", 0)));
        List<String> wires = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            for (String side : List.of("l", "r")) {
                nodes.add(node(side + i, "mix", side.equals("l") ? 2 * i : 2 * i + 1));
                wires.add("l" + (i - 1) + ">" + side + i + ".a");
                wires.add("r" + (i - 1) + ">" + side + i + ".b");
            }
        }
        nodes.add(node("end", "keep"));
        wires.add("l60>end.a");
        wires.add("r60>end.b");
        Stub mix = Stub.giving(
                        "mix",
                        (inputs, context) ->
                                Stub.value(mixed(inputs.value("a", Long.class), inputs.value("b", Long.class))
                                        + inputs.parameters().whole("number")))
                .in("a")
                .in("b")
                .number("number", 0);
        Bench bench = new Bench(mix);
        bench.run(nodes, wires.toArray(String[]::new));
        assertThat(mix.runs).hasValue(120);
        long left = 1;
        long right = 0;
        for (int i = 1; i <= 60; i++) {
            long both = mixed(left, right);
            left = both + 2L * i;
            right = both + 2L * i + 1;
        }
        assertThat(bench.kept).containsExactly(left + right);
    }

    private static long mixed(long a, long b) {
        return (31 * a + 17 * b) % 1_000_003;
    }
}
