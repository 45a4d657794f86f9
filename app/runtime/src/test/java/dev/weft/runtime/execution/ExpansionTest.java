package dev.weft.runtime.execution;

import static dev.weft.runtime.execution.Bench.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.Node;
import dev.weft.nodes.api.Blocked;
import dev.weft.nodes.api.ExecutionEvent.NodeExpanded;
import dev.weft.nodes.api.Expansion;
import dev.weft.nodes.api.GraphNode;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.Outcome;
import dev.weft.nodes.api.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

final class ExpansionTest {
    /// Turns into one `sum` of its input and its number, `number` times over.
    private final Stub times = Stub.giving("times", (inputs, context) -> {
                long count = inputs.parameters().whole("number");
                if (count == 0) {
                    return Stub.value(inputs.value("a", Long.class));
                }
                return new Expansion(
                        List.of(
                                GraphNode.of("body", "test:sum").link("a", new Source.Input("a")),
                                GraphNode.of("rest", "test:times")
                                        .set("number", count - 1)
                                        .link("a", new Source.Inner("body", "value"))),
                        Map.of("value", new Source.Inner("rest", "value")));
            })
            .in("a")
            .number("number", 3);
    private final Bench bench = new Bench(times);

    @Test
    void a_loop_is_a_node_that_turns_into_its_body_and_a_smaller_loop() {
        Outcome outcome = bench.run(
                List.of(node("start", "sum", 100), node("loop", "times", 4), node("end", "keep")),
                "start>loop.a",
                "loop>end.a");
        assertThat(outcome).isEqualTo(Outcome.DONE);
        assertThat(bench.kept).containsExactly(104L);
    }

    @Test
    void events_of_added_nodes_lead_back_to_the_node_of_the_document() {
        bench.run(
                List.of(node("start", "sum", 100), node("loop", "times", 2), node("end", "keep")),
                "start>loop.a",
                "loop>end.a");
        assertThat(bench.events.stream().filter(NodeExpanded.class::isInstance))
                .containsExactly(
                        new NodeExpanded("loop", "loop", List.of("loop#1.body", "loop#1.rest")),
                        new NodeExpanded("loop#1.rest", "loop", List.of("loop#2.body", "loop#2.rest")));
        assertThat(bench.story())
                .containsSubsequence(
                        "started loop",
                        "expanded loop",
                        "finished loop#1.body",
                        "finished loop#2.rest",
                        "finished loop#1.rest",
                        "finished loop",
                        "finished end");
    }

    @Test
    void a_loop_that_ran_before_is_known_and_a_longer_one_runs_only_what_is_new() {
        String[] wires = {"start>loop.a", "loop>end.a"};
        bench.run(List.of(node("start", "sum", 100), node("loop", "times", 3), node("end", "keep")), wires);
        bench.run(List.of(node("start", "sum", 100), node("loop", "times", 3), node("end", "keep")), wires);
        assertThat(bench.ran()).isEmpty();
        int before = bench.sum.runs.get();
        bench.run(List.of(node("start", "sum", 100), node("loop", "times", 5), node("end", "keep")), wires);
        assertThat(bench.kept).containsExactly(105L);
        assertThat(bench.sum.runs.get() - before).isEqualTo(2);
    }

    @Test
    void loops_may_stand_within_loops() {
        Stub outer = Stub.giving("outer", (inputs, context) -> {
                    long count = inputs.parameters().whole("number");
                    if (count == 0) {
                        return Stub.value(inputs.value("a", Long.class));
                    }
                    return new Expansion(
                            List.of(
                                    GraphNode.of("inner", "test:times")
                                            .set("number", count)
                                            .link("a", new Source.Input("a")),
                                    GraphNode.of("rest", "test:outer")
                                            .set("number", count - 1)
                                            .link("a", new Source.Inner("inner", "value"))),
                            Map.of("value", new Source.Inner("rest", "value")));
                })
                .in("a")
                .number("number", 4);
        Bench other = new Bench(times, outer);
        other.run(
                List.of(node("start", "sum", 100), node("loop", "outer"), node("end", "keep")),
                "start>loop.a",
                "loop>end.a");
        assertThat(other.kept).containsExactly(100L + 4 + 3 + 2 + 1);
    }

    @Test
    void a_thousand_rounds_do_not_overflow_anything() {
        bench.run(
                List.of(node("start", "sum", 100), node("loop", "times", 2000), node("end", "keep")),
                "start>loop.a",
                "loop>end.a");
        assertThat(bench.kept).containsExactly(2100L);
    }

    @Test
    void the_end_of_a_loop_finds_in_the_graph_what_lies_between_it_and_its_beginning() {
        Stub open = Stub.giving("open", (inputs, context) -> Stub.value(inputs.value("a", Long.class)))
                .in("a");
        Stub close = Stub.giving("close", LoopByCopies::close).in("a").number("rounds", 3);
        Bench other = new Bench(open, close);
        List<Node> nodes = List.of(
                node("start", "sum", 1),
                node("constant", "sum", 10),
                node("open", "open"),
                node("double", "sum", 0),
                node("plus", "sum", 0),
                node("close", "close"),
                node("end", "keep"));
        other.run(
                nodes,
                "start>open.a",
                "open>double.a",
                "open>double.b",
                "double>plus.a",
                "constant>plus.b",
                "plus>close.a",
                "close>end.a");
        // x → 2x + 10, three times over, beginning with 1.
        assertThat(other.kept).containsExactly(2L * (2 * (2 + 10) + 10) + 10);
    }

    @Test
    void of_a_list_some_items_may_turn_into_nodes_and_others_into_values() {
        Stub list = Stub.listing("list", (inputs, context) -> Stub.value(List.of(0L, 1L, 2L)));
        List<List<Long>> seen = new CopyOnWriteArrayList<>();
        Stub look = Stub.ending("look", (inputs, context) -> {
                    seen.add(inputs.list("all", Long.class));
                    return NodeOutputs.NONE;
                })
                .in(Stub.input("all").asList());
        Bench other = new Bench(times, list, look);
        other.run(
                List.of(node("list", "list"), node("ten", "sum", 10), node("loop", "times"), node("look", "look")),
                "list>loop.number",
                "ten>loop.a",
                "loop>look.all");
        assertThat(seen).containsExactly(List.of(10L, 11L, 12L));
    }

    @Test
    void each_item_of_a_mapped_input_reaches_its_own_nodes() {
        Stub list = Stub.listing("list", (inputs, context) -> Stub.value(List.of(5L, 6L)));
        Bench other = new Bench(times, list);
        other.run(
                List.of(node("list", "list"), node("loop", "times", 2), node("end", "keep")),
                "list>loop.a",
                "loop>end.a");
        assertThat(other.kept).containsExactly(7L, 8L);
    }

    @Test
    void an_expansion_without_nodes_passes_values_on() {
        Stub swap = Stub.giving(
                        "swap", (inputs, context) -> new Expansion(List.of(), Map.of("value", new Source.Input("b"))))
                .in("a")
                .in(Stub.input("b").asLazy())
                .demanding((known, context) -> Set.of());
        Stub given = Stub.giving(
                "given", (inputs, context) -> new Expansion(List.of(), Map.of("value", new Source.Given(9L, 8))));
        Bench other = new Bench(swap, given);
        other.run(
                List.of(
                        node("one", "sum", 1),
                        node("two", "sum", 2),
                        node("swap", "swap"),
                        node("given", "given"),
                        node("end", "keep")),
                "one>swap.a",
                "two>swap.b",
                "swap>end.a",
                "given>end.b");
        assertThat(other.kept).containsExactly(11L);
    }

    @Test
    void a_lazy_input_is_pulled_only_if_an_added_node_needs_it() {
        Stub choosing = Stub.giving(
                        "choosing",
                        (inputs, context) -> new Expansion(
                                List.of(GraphNode.of("sum", "test:sum")
                                        .link(
                                                "a",
                                                new Source.Input(
                                                        inputs.parameters().text("which")))),
                                Map.of("value", new Source.Inner("sum", "value"))))
                .in(Stub.input("left").asLazy())
                .in(Stub.input("right").asLazy())
                .text("which", "left")
                .demanding((known, context) -> Set.of());
        Bench other = new Bench(choosing);
        other.run(
                List.of(
                        node("one", "sum", 1),
                        node("two", "sum", 2),
                        node("choosing", "choosing"),
                        node("end", "keep")),
                "one>choosing.left",
                "two>choosing.right",
                "choosing>end.a");
        assertThat(other.kept).containsExactly(2L);
        assertThat(other.ran()).contains("one").doesNotContain("two");
    }

    @Test
    void an_added_end_runs_though_no_output_needs_it() {
        Stub side = Stub.giving(
                "side",
                (inputs, context) -> new Expansion(
                        List.of(
                                GraphNode.of("seven", "test:sum").set("number", 7L),
                                GraphNode.of("keep", "test:keep").link("a", new Source.Inner("seven", "value"))),
                        Map.of("value", new Source.Given(1L, 8))));
        Bench other = new Bench(side);
        other.run(List.of(node("side", "side"), node("end", "keep")), "side>end.a");
        assertThat(other.kept).containsExactlyInAnyOrder(7L, 1L);
    }

    @Test
    void an_added_node_that_fails_takes_the_expanded_one_with_it() {
        Stub broken = Stub.giving("broken", (inputs, context) -> {
            throw new NodeException("no luck; try again");
        });
        Stub risky = Stub.giving(
                "risky",
                (inputs, context) -> new Expansion(
                        List.of(GraphNode.of("broken", "test:broken")),
                        Map.of("value", new Source.Inner("broken", "value"))));
        Bench other = new Bench(broken, risky);
        Outcome outcome = other.run(List.of(node("risky", "risky"), node("end", "keep")), "risky>end.a");
        assertThat(outcome).isEqualTo(Outcome.FAILED);
        assertThat(other.failure().node()).isEqualTo("risky#1.broken");
        assertThat(other.story())
                .contains("skipped risky because of risky#1.broken", "skipped end because of risky#1.broken");
    }

    @Test
    void a_blocked_value_comes_out_of_an_expansion() {
        Stub switching = Stub.giving(
                "switching",
                (inputs, context) -> new Expansion(List.of(), Map.of("value", new Source.Given(Blocked.SILENTLY, 0))));
        Bench other = new Bench(switching);
        assertThat(other.run(List.of(node("switching", "switching"), node("end", "keep")), "switching>end.a"))
                .isEqualTo(Outcome.DONE);
        assertThat(other.story()).contains("blocked end");
    }

    @Test
    void ids_of_added_nodes_keep_clear_of_those_in_the_document() {
        List<Node> nodes =
                new ArrayList<>(List.of(node("loop#1.body", "sum", 50), node("loop", "times", 1), node("end", "keep")));
        bench.run(nodes, "loop#1.body>loop.a", "loop>end.a");
        assertThat(bench.kept).containsExactly(51L);
        assertThat(bench.ran()).contains("loop#2.body");
    }
}
