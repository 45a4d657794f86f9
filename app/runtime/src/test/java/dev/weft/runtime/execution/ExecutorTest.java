package dev.weft.runtime.execution;

import static dev.weft.runtime.execution.Bench.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.Node;
import dev.weft.nodes.api.ExecutionEvent.ExecutionFinished;
import dev.weft.nodes.api.ExecutionEvent.ExecutionStarted;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.cache.CacheSettings;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExecutorTest {
    @Test
    void nodes_run_after_what_they_need_and_give_their_values_on() {
        Bench bench = new Bench();
        Outcome outcome = bench.run(
                List.of(node("end", "keep"), node("three", "sum", 3), node("two", "sum", 2), node("one", "sum", 1)),
                "one>two.a",
                "one>three.a",
                "two>three.b",
                "three>end.a");
        assertThat(outcome).isEqualTo(Outcome.DONE);
        assertThat(bench.kept).containsExactly(1L + (2 + 1) + 3);
        assertThat(bench.story())
                .containsExactly(
                        "started one",
                        "finished one",
                        "started two",
                        "finished two",
                        "started three",
                        "finished three",
                        "started end",
                        "finished end");
    }

    @Test
    void the_stream_begins_with_the_start_and_ends_with_the_outcome() {
        Bench bench = new Bench();
        bench.run(List.of(node("one", "sum"), node("end", "keep")), "one>end.a");
        assertThat(bench.events.getFirst()).isEqualTo(new ExecutionStarted(2));
        assertThat(bench.events.getLast())
                .isInstanceOfSatisfying(
                        ExecutionFinished.class,
                        finished -> assertThat(finished.outcome()).isEqualTo(Outcome.DONE));
    }

    @Test
    void an_equal_second_run_runs_nothing() {
        Bench bench = new Bench();
        List<Node> nodes = List.of(node("one", "sum"), node("two", "sum", 2), node("end", "keep"));
        bench.run(nodes, "one>two.a", "two>end.a");
        bench.run(nodes, "one>two.a", "two>end.a");
        assertThat(bench.story()).containsExactly("cached one", "cached two", "cached end");
        assertThat(bench.kept).isEmpty();
        assertThat(bench.sum.runs).hasValue(2);
    }

    @Test
    void ids_do_not_enter_the_fingerprint_so_a_copied_node_shares_the_result() {
        Bench bench = new Bench();
        bench.run(
                List.of(node("one", "sum", 5), node("copy", "sum", 5), node("end", "keep")), "one>end.a", "copy>end.b");
        assertThat(bench.story()).contains("finished one", "cached copy");
        assertThat(bench.kept).containsExactly(10L);
    }

    @Test
    void a_changed_parameter_runs_only_what_it_concerns() {
        Bench bench = new Bench();
        String[] wires = {"one>three.a", "two>three.b", "three>end.a"};
        bench.run(
                List.of(node("one", "sum", 1), node("two", "sum", 2), node("three", "sum", 3), node("end", "keep")),
                wires);
        bench.run(
                List.of(node("one", "sum", 1), node("two", "sum", 7), node("three", "sum", 3), node("end", "keep")),
                wires);
        assertThat(bench.story())
                .containsExactly(
                        "started two",
                        "finished two",
                        "cached one",
                        "started three",
                        "finished three",
                        "started end",
                        "finished end");
        assertThat(bench.kept).containsExactly(1L + 7 + 3);
    }

    @Test
    void inputs_that_change_places_are_another_result() {
        TestNode less = TestNode.working(
                "less",
                (inputs, context) ->
                        NodeOutputs.of("value", inputs.value("a", Long.class) - inputs.value("b", Long.class), 8));
        Bench bench = new Bench(less);
        List<Node> nodes =
                List.of(node("nine", "sum", 9), node("four", "sum", 4), node("less", "less"), node("end", "keep"));
        bench.run(nodes, "nine>less.a", "four>less.b", "less>end.a");
        assertThat(bench.kept).containsExactly(5L);
        bench.run(nodes, "four>less.a", "nine>less.b", "less>end.a");
        assertThat(bench.kept).containsExactly(-5L);
    }

    @Test
    void a_changed_marker_runs_the_node_and_its_dependants_again() {
        Bench bench = new Bench();
        List<Node> nodes = List.of(node("one", "sum"), node("end", "keep"));
        bench.run(nodes, "one>end.a");
        bench.sum.mark("the file is newer now");
        bench.run(nodes, "one>end.a");
        assertThat(bench.sum.runs).hasValue(2);
    }

    @Test
    void a_known_result_does_not_need_its_own_inputs_even_if_those_were_forgotten() {
        TestNode large = TestNode.working("large", (inputs, context) -> NodeOutputs.of("value", 1L, 1 << 30));
        Bench bench = new Bench(large);
        List<Node> nodes = List.of(node("large", "large"), node("small", "sum"), node("end", "keep"));
        bench.run(nodes, "large>small.a", "small>end.a");
        bench.run(
                List.of(node("large", "large"), node("small", "sum"), node("end", "keep", 7)),
                "large>small.a",
                "small>end.a");
        assertThat(large.runs).hasValue(1);
        assertThat(bench.kept).containsExactly(2L);
    }

    @Test
    void a_cache_without_budget_keeps_nothing_and_the_run_is_the_same() {
        Bench bench = new Bench(CacheSettings.none());
        List<Node> nodes = List.of(node("one", "sum"), node("end", "keep"));
        bench.run(nodes, "one>end.a");
        bench.run(nodes, "one>end.a");
        assertThat(bench.sum.runs).hasValue(2);
        assertThat(bench.kept).containsExactly(1L);
    }

    @Test
    void only_the_chosen_ends_run_and_what_they_need() {
        Bench bench = new Bench();
        List<Node> nodes = List.of(
                node("one", "sum", 1),
                node("two", "sum", 2),
                node("first", "keep"),
                node("second", "keep", 2),
                node("third", "keep", 3));
        String[] wires = {"one>first.a", "two>second.a", "one>third.a"};
        assertThat(bench.runOnly(List.of("second"), nodes, wires)).isEqualTo(Outcome.DONE);
        assertThat(bench.ran()).containsExactly("two", "second");
        bench.runOnly(List.of("third", "first"), nodes, wires);
        assertThat(bench.ran()).containsExactlyInAnyOrder("one", "first", "third");
        bench.run(nodes, wires);
        assertThat(bench.ran()).isEmpty();
    }

    @Test
    void an_end_that_another_end_needs_runs_though_it_was_not_chosen() {
        Stub through = Stub.giving("through", (inputs, context) -> Stub.value(inputs.value("a", Long.class)))
                .in("a")
                .terminal();
        Bench bench = new Bench(through);
        bench.runOnly(
                List.of("end"),
                List.of(node("one", "sum"), node("through", "through"), node("end", "keep"), node("other", "keep", 2)),
                "one>through.a",
                "through>end.a",
                "through>other.a");
        assertThat(bench.ran()).containsExactly("one", "through", "end");
    }

    @Test
    void a_cancelled_run_stops_within_the_node_and_keeps_what_was_done() {
        Bench[] self = new Bench[1];
        TestNode slow = TestNode.working("slow", (inputs, context) -> {
            for (int step = 1; step <= 5; step++) {
                context.cancellation().throwIfRequested();
                context.progress(step, 5);
                if (step == 2) {
                    self[0].cancellation.request();
                }
            }
            return NodeOutputs.of("value", 1L, 8);
        });
        Bench bench = new Bench(slow);
        self[0] = bench;
        Outcome outcome = bench.run(
                List.of(node("one", "sum"), node("slow", "slow"), node("end", "keep")), "one>slow.a", "slow>end.a");
        assertThat(outcome).isEqualTo(Outcome.CANCELLED);
        assertThat(bench.story())
                .containsExactly(
                        "started one", "finished one", "started slow", "progress slow 1/5", "progress slow 2/5");
        assertThat(bench.kept).isEmpty();
    }

    @Test
    void a_failure_that_the_cancellation_causes_counts_as_cancelled() {
        Bench[] self = new Bench[1];
        TestNode torn = TestNode.ending("torn", (inputs, context) -> {
            self[0].cancellation.request();
            throw new NodeException("the model was stopped");
        });
        Bench bench = new Bench(torn);
        self[0] = bench;
        assertThat(bench.run(List.of(node("end", "torn")))).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void values_are_let_go_when_no_later_node_reads_them() {
        List<WeakReference<Object>> made = new ArrayList<>();
        boolean[] alive = {true};
        TestNode heavy = TestNode.working("heavy", (inputs, context) -> {
            Object value = new byte[1 << 20];
            made.add(new WeakReference<>(value));
            return NodeOutputs.of("value", value, 1 << 20);
        });
        TestNode light = TestNode.working("light", (inputs, context) -> NodeOutputs.of("value", 1L, 8));
        TestNode look = TestNode.ending("look", (inputs, context) -> {
            for (int attempt = 0; attempt < 20 && alive[0]; attempt++) {
                System.gc();
                alive[0] = made.getFirst().get() != null;
            }
            return NodeOutputs.NONE;
        });
        new Bench(CacheSettings.none(), heavy, light, look)
                .run(
                        List.of(node("heavy", "heavy"), node("light", "light"), node("end", "look")),
                        "heavy>light.a",
                        "light>end.a");
        assertThat(alive[0]).isFalse();
    }

    @Test
    void a_node_sees_the_workflow_and_the_parameters_of_all_it_comes_from() {
        List<String> seen = new ArrayList<>();
        TestNode curious = TestNode.ending("curious", (inputs, context) -> {
            seen.addAll(context.upstream().keySet());
            context.upstream().values().forEach(values -> seen.add(Long.toString(values.whole("number"))));
            seen.add(context.workflow());
            context.saved(Path.of("picture.png"));
            return NodeOutputs.NONE;
        });
        Bench bench = new Bench(curious);
        bench.run(
                List.of(node("one", "sum", 42), node("two", "sum"), node("other", "sum"), node("end", "curious")),
                "one>two.a",
                "two>end.a");
        assertThat(seen.subList(0, 4)).containsExactly("one", "two", "42", "1");
        assertThat(seen.get(4)).contains("\"test:curious\"", "\"other\"");
        assertThat(bench.story()).contains("saved end picture.png");
    }

    @Test
    void a_long_chain_runs_without_deep_recursion() {
        int length = 20_000;
        List<Node> nodes = new ArrayList<>();
        String[] wires = new String[length];
        for (int i = 0; i < length; i++) {
            nodes.add(node("n" + i, "sum", 1));
            wires[i] = "n" + i + ">" + (i + 1 < length ? "n" + (i + 1) : "end") + ".a";
        }
        nodes.add(node("end", "keep"));
        Bench bench = new Bench();
        assertThat(bench.run(nodes, wires)).isEqualTo(Outcome.DONE);
        assertThat(bench.kept).containsExactly((long) length);
    }
}
