package dev.weft.runtime.execution;

import static dev.weft.runtime.execution.Bench.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.Node;
import dev.weft.nodes.api.Blocked;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.ExecutionEvent.NodeBlocked;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

final class BlockedTest {
    private final Stub silent = Stub.giving("silent", (inputs, context) -> Stub.value(Blocked.SILENTLY));
    private final Stub telling =
            Stub.giving("telling", (inputs, context) -> Stub.value(Blocked.because("the switch is off")));
    /// One, blocked, three.
    private final Stub gap = Stub.listing("gap", (inputs, context) -> Stub.value(List.of(1L, Blocked.SILENTLY, 3L)));
    private final Stub pass = Stub.giving("pass", (inputs, context) -> Stub.value(inputs.value("a", Long.class)))
            .in("a");
    private final List<List<Long>> seen = new CopyOnWriteArrayList<>();
    private final Stub look = Stub.ending("look", (inputs, context) -> {
                seen.add(inputs.list("all", Long.class));
                return NodeOutputs.NONE;
            })
            .in(Stub.input("all").asList());
    private final Bench bench = new Bench(silent, telling, gap, pass, look);

    @Test
    void what_would_take_a_blocked_value_does_not_run_and_all_else_does() {
        Outcome outcome = bench.run(
                List.of(
                        node("block", "silent"),
                        node("pass", "pass"),
                        node("end", "keep"),
                        node("one", "sum"),
                        node("other", "keep")),
                "block>pass.a",
                "pass>end.a",
                "one>other.a");
        assertThat(outcome).isEqualTo(Outcome.DONE);
        assertThat(bench.story()).contains("blocked pass", "blocked end", "finished other");
        assertThat(pass.runs).hasValue(0);
        assertThat(bench.kept).containsExactly(1L);
    }

    @Test
    void a_message_is_told_once_at_the_first_node_that_is_blocked() {
        bench.run(
                List.of(node("block", "telling"), node("pass", "pass"), node("end", "keep")),
                "block>pass.a",
                "pass>end.a");
        assertThat(blocks())
                .containsExactly(
                        new NodeBlocked("pass", Optional.of("the switch is off")),
                        new NodeBlocked("end", Optional.empty()));
    }

    @Test
    void it_is_told_again_in_the_next_run() {
        List<Node> nodes = List.of(node("block", "telling"), node("end", "keep"));
        bench.run(nodes, "block>end.a");
        bench.run(nodes, "block>end.a");
        assertThat(blocks()).containsExactly(new NodeBlocked("end", Optional.of("the switch is off")));
        assertThat(telling.runs).hasValue(1);
    }

    @Test
    void equal_nodes_are_blocked_each() {
        bench.run(
                List.of(node("block", "silent"), node("one", "pass"), node("same", "pass"), node("end", "keep")),
                "block>one.a",
                "block>same.a",
                "one>end.a",
                "same>end.b");
        assertThat(bench.story()).contains("blocked one", "blocked same", "blocked end");
    }

    @Test
    void of_a_list_only_the_blocked_item_is_left_out() {
        bench.run(List.of(node("gap", "gap"), node("end", "keep")), "gap>end.a");
        assertThat(bench.kept).containsExactly(1L, 3L);
        assertThat(bench.story()).contains("finished end");
    }

    @Test
    void a_blocked_item_stays_blocked_through_a_mapped_node() {
        bench.run(List.of(node("gap", "gap"), node("pass", "pass"), node("end", "keep")), "gap>pass.a", "pass>end.a");
        assertThat(pass.runs).hasValue(2);
        assertThat(bench.kept).containsExactly(1L, 3L);
    }

    @Test
    void an_input_that_takes_the_whole_list_is_blocked_by_one_item() {
        bench.run(List.of(node("gap", "gap"), node("look", "look")), "gap>look.all");
        assertThat(bench.story()).contains("blocked look");
        assertThat(seen).isEmpty();
    }

    @Test
    void a_list_of_nothing_but_blocked_items_blocks() {
        Stub none = Stub.listing(
                "none", (inputs, context) -> Stub.value(List.of(Blocked.SILENTLY, Blocked.because("both are off"))));
        Bench other = new Bench(none, pass);
        other.run(
                List.of(node("none", "none"), node("pass", "pass"), node("end", "keep")), "none>pass.a", "pass>end.a");
        assertThat(pass.runs).hasValue(0);
        assertThat(other.events).contains(new NodeBlocked("pass", Optional.of("both are off")));
    }

    @Test
    void a_blocked_parameter_blocks_the_node() {
        bench.run(
                List.of(node("block", "telling"), node("sum", "sum"), node("end", "keep")),
                "block>sum.number",
                "sum>end.a");
        assertThat(blocks().getFirst()).isEqualTo(new NodeBlocked("sum", Optional.of("the switch is off")));
        assertThat(bench.sum.runs).hasValue(0);
    }

    @Test
    void a_lazy_input_blocks_only_a_node_that_asks_for_it() {
        Stub shy = Stub.giving("shy", (inputs, context) -> Stub.value(4L))
                .in(Stub.input("a").asLazy())
                .demanding((known, context) -> Set.of());
        Bench other = new Bench(silent, shy);
        other.run(
                List.of(node("block", "silent"), node("shy", "shy"), node("end", "keep")), "block>shy.a", "shy>end.a");
        assertThat(other.kept).containsExactly(4L);
    }

    private List<ExecutionEvent> blocks() {
        return bench.events.stream().filter(NodeBlocked.class::isInstance).toList();
    }
}
