package dev.weft.runtime.execution;

import static dev.weft.runtime.execution.Bench.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.Node;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeResult;
import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.cache.CacheSettings;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

final class LazyInputsTest {
    private final Stub broken = Stub.giving("broken", (inputs, context) -> {
        throw new NodeException("no");
    });
    /// Takes `even` or `odd`, whichever `which` is.
    private final Stub either = Stub.giving("either", (inputs, context) -> chosen(inputs))
            .in("which")
            .in(Stub.input("even").asLazy())
            .in(Stub.input("odd").asLazy())
            .demanding((known, context) -> Set.of(wanted(known)));
    private final Bench bench = new Bench(either, broken);

    private static String wanted(NodeInputs inputs) throws NodeException {
        return inputs.value("which", Long.class) % 2 == 0 ? "even" : "odd";
    }

    private static NodeResult chosen(NodeInputs inputs) throws NodeException {
        return Stub.value(inputs.value(wanted(inputs), Long.class));
    }

    private Outcome run(long which, long even, long odd) {
        return bench.run(
                List.of(
                        node("which", "sum", which),
                        node("even", "sum", even),
                        node("odd", "sum", odd),
                        node("either", "either"),
                        node("end", "keep")),
                "which>either.which",
                "even>either.even",
                "odd>either.odd",
                "either>end.a");
    }

    @Test
    void a_branch_that_is_not_asked_for_does_not_run() {
        assertThat(run(7, 10, 20)).isEqualTo(Outcome.DONE);
        assertThat(bench.kept).containsExactly(20L);
        assertThat(bench.ran()).containsExactly("which", "odd", "either", "end");
    }

    @Test
    void a_branch_that_was_not_asked_for_may_change_and_nothing_runs_again() {
        run(7, 10, 20);
        run(7, 11, 20);
        assertThat(bench.ran()).isEmpty();
        run(7, 11, 21);
        assertThat(bench.ran()).containsExactly("odd", "either", "end");
        run(8, 11, 21);
        assertThat(bench.ran()).containsExactly("which", "even", "either", "end");
        run(8, 11, 99);
        assertThat(bench.ran()).isEmpty();
    }

    @Test
    void the_failure_of_a_branch_that_is_not_asked_for_is_none() {
        Outcome outcome = bench.run(
                List.of(
                        node("which", "sum", 2),
                        node("even", "sum", 5),
                        node("odd", "broken"),
                        node("either", "either"),
                        node("end", "keep")),
                "which>either.which",
                "even>either.even",
                "odd>either.odd",
                "either>end.a");
        assertThat(outcome).isEqualTo(Outcome.DONE);
        assertThat(bench.kept).containsExactly(5L);
    }

    @Test
    void the_failure_of_a_branch_that_is_asked_for_skips_the_node() {
        bench.run(
                List.of(node("which", "sum", 1), node("odd", "broken"), node("either", "either"), node("end", "keep")),
                "which>either.which",
                "odd>either.odd",
                "either>end.a");
        assertThat(bench.story())
                .contains("skipped either because of odd", "skipped end because of odd")
                .doesNotContain("started either");
    }

    @Test
    void a_node_may_ask_again_when_it_knows_more() {
        Stub chain = Stub.giving("chain", (inputs, context) -> Stub.value(inputs.value("c", Long.class)))
                .in(Stub.input("a").asLazy())
                .in(Stub.input("b").asLazy())
                .in(Stub.input("c").asLazy())
                .in(Stub.input("d").asLazy())
                .demanding((known, context) -> known.lacking().contains("a")
                        ? Set.of("a")
                        : known.lacking().contains("b") ? Set.of("a", "b") : Set.of("a", "b", "c"));
        Bench other = new Bench(chain);
        List<Node> nodes = List.of(
                node("one", "sum", 1),
                node("two", "sum", 2),
                node("three", "sum", 3),
                node("four", "sum", 4),
                node("chain", "chain"),
                node("end", "keep"));
        String[] wires = {"one>chain.a", "two>chain.b", "three>chain.c", "four>chain.d", "chain>end.a"};
        other.run(nodes, wires);
        assertThat(other.ran()).containsExactly("one", "two", "three", "chain", "end");
        assertThat(other.kept).containsExactly(3L);
        other.run(nodes, wires);
        assertThat(other.ran()).isEmpty();
    }

    @Test
    void a_lazy_input_without_a_link_is_not_taken_for_one_that_was_not_asked_for() {
        Stub shy = Stub.giving(
                        "shy",
                        (inputs, context) -> Stub.value((long) inputs.lacking().size()))
                .in(Stub.input("a").asLazy())
                .demanding((known, context) -> Set.of());
        Bench other = new Bench(shy);
        other.run(List.of(node("shy", "shy"), node("end", "keep")), "shy>end.a");
        assertThat(other.kept).containsExactly(0L);
        other.run(List.of(node("one", "sum"), node("shy", "shy"), node("end", "keep")), "one>shy.a", "shy>end.a");
        assertThat(other.kept).containsExactly(1L);
    }

    @Test
    void a_value_is_kept_while_a_branch_may_yet_be_asked_for_that_reads_it() {
        Bench forgetful = new Bench(CacheSettings.none(), either);
        forgetful.run(
                List.of(
                        node("one", "sum", 1),
                        node("first", "sum", 0),
                        node("late", "sum", 5),
                        node("either", "either"),
                        node("end", "keep")),
                "one>first.a",
                "first>either.which",
                "one>late.a",
                "late>either.odd",
                "either>end.a");
        assertThat(forgetful.ran()).containsExactly("one", "first", "late", "either", "end");
        assertThat(forgetful.kept).containsExactly(6L);
    }

    @Test
    void without_a_wish_of_its_own_a_node_gets_all_that_is_linked() {
        Stub all = Stub.giving(
                        "all",
                        (inputs, context) -> Stub.value(inputs.value("a", Long.class) + inputs.value("b", Long.class)))
                .in(Stub.input("a").asLazy())
                .in(Stub.input("b").asLazy());
        Bench other = new Bench(all);
        other.run(
                List.of(node("one", "sum", 1), node("two", "sum", 2), node("all", "all"), node("end", "keep")),
                "one>all.a",
                "two>all.b",
                "all>end.a");
        assertThat(other.kept).containsExactly(3L);
    }

    @Test
    void names_that_are_not_linked_or_not_there_are_passed_over() {
        Stub odd = Stub.giving(
                        "odd",
                        (inputs, context) -> Stub.value((long) inputs.lacking().size()))
                .in(Stub.input("a").asLazy())
                .in(Stub.input("b").asLazy())
                .demanding((known, context) -> Set.of("b", "nowhere"));
        Bench other = new Bench(odd);
        other.run(List.of(node("one", "sum"), node("odd", "odd"), node("end", "keep")), "one>odd.a", "odd>end.a");
        assertThat(other.ran()).containsExactly("odd", "end");
        assertThat(other.kept).containsExactly(1L);
    }

    @Test
    void where_a_list_is_mapped_each_item_may_ask_for_something_else() {
        Stub list = Stub.listing("list", (inputs, context) -> Stub.value(List.of(1L, 2L, 3L)));
        ConcurrentLinkedQueue<Long> seen = new ConcurrentLinkedQueue<>();
        Stub look = Stub.ending("look", (inputs, context) -> {
                    seen.addAll(inputs.list("all", Long.class));
                    return NodeOutputs.NONE;
                })
                .in(Stub.input("all").asList());
        Bench other = new Bench(either, list, look);
        other.run(
                List.of(
                        node("list", "list"),
                        node("even", "sum", 10),
                        node("odd", "sum", 20),
                        node("either", "either"),
                        node("look", "look")),
                "list>either.which",
                "even>either.even",
                "odd>either.odd",
                "either>look.all");
        assertThat(seen).containsExactly(20L, 10L, 20L);
    }

    @Test
    void a_node_that_cannot_say_what_it_wants_has_failed() {
        Stub unsure = Stub.giving("unsure", (inputs, context) -> Stub.value(1L))
                .in(Stub.input("a").asLazy())
                .demanding((known, context) -> {
                    throw new NodeException("a", "the mask is empty; give another");
                });
        Bench other = new Bench(unsure);
        other.run(
                List.of(node("one", "sum"), node("unsure", "unsure"), node("end", "keep")),
                "one>unsure.a",
                "unsure>end.a");
        assertThat(other.failure().node()).isEqualTo("unsure");
        assertThat(other.failure().port()).contains("a");
        assertThat(other.story()).doesNotContain("started one");
    }
}
