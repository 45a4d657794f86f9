package dev.weft.runtime.execution;

import static dev.weft.runtime.execution.Bench.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.nodes.api.ExecutionEvent.NodeFailed;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.Outcome;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// What becomes of an execution in which a node fails.
final class FailuresTest {
    @Test
    void a_failure_skips_what_depends_on_it_and_leaves_other_branches_running() {
        TestNode broken = TestNode.working("broken", (inputs, context) -> {
            throw new NodeException("a", "the file is missing; choose another");
        });
        Bench bench = new Bench(broken);
        Outcome outcome = bench.run(
                List.of(
                        node("broken", "broken"),
                        node("after", "sum"),
                        node("lost", "keep"),
                        node("one", "sum", 4),
                        node("end", "keep")),
                "broken>after.a",
                "after>lost.a",
                "one>end.a");
        assertThat(outcome).isEqualTo(Outcome.FAILED);
        assertThat(bench.story())
                .containsSubsequence(
                        "started broken",
                        "failed broken",
                        "skipped after because of broken",
                        "skipped lost because of broken")
                .containsSubsequence("started one", "finished one", "started end", "finished end")
                .hasSize(8);
        assertThat(failure(bench).message()).isEqualTo("the file is missing; choose another");
        assertThat(failure(bench).port()).contains("a");
        assertThat(bench.kept).containsExactly(4L);
    }

    @Test
    void work_that_only_a_failed_branch_would_read_is_not_begun() {
        CountDownLatch told = new CountDownLatch(1);
        TestNode broken = TestNode.working("broken", (inputs, context) -> {
            throw new NodeException("no");
        });
        TestNode patient = TestNode.working("patient", (inputs, context) -> {
            try {
                told.await();
            } catch (InterruptedException e) {
                throw new CancellationException();
            }
            return NodeOutputs.of("value", 1L, 8);
        });
        Bench bench = new Bench(broken, patient);
        bench.onEvent = event -> {
            if (event instanceof NodeFailed) {
                told.countDown();
            }
        };
        bench.run(
                List.of(
                        node("broken", "broken"),
                        node("patient", "patient"),
                        node("long", "sum"),
                        node("both", "sum"),
                        node("end", "keep")),
                "broken>both.a",
                "patient>long.a",
                "long>both.b",
                "both>end.a");
        assertThat(bench.story())
                .contains("failed broken", "skipped long because of broken", "skipped end because of broken")
                .doesNotContain("started long");
    }

    @Test
    void an_exception_that_nobody_foresaw_becomes_one_sentence() {
        TestNode crashing = TestNode.ending("crashing", (inputs, context) -> {
            throw new IllegalStateException("the index is wrong\nsecond line");
        });
        Bench bench = new Bench(crashing);
        assertThat(bench.run(List.of(node("end", "crashing")))).isEqualTo(Outcome.FAILED);
        assertThat(failure(bench).message())
                .startsWith("it failed unexpectedly (IllegalStateException: the index is wrong)")
                .doesNotContain("\n", "\tat ");
    }

    @Test
    void running_out_of_memory_says_what_to_do() {
        TestNode greedy = TestNode.ending("greedy", (inputs, context) -> {
            throw new OutOfMemoryError("Java heap space");
        });
        Bench bench = new Bench(greedy);
        assertThat(bench.run(List.of(node("end", "greedy")))).isEqualTo(Outcome.FAILED);
        assertThat(failure(bench).message()).contains("not enough memory", "fewer or smaller pictures");
    }

    @Test
    void an_output_without_a_value_is_the_failure_of_the_node_that_owes_it() {
        TestNode forgetful = TestNode.working("forgetful", (inputs, context) -> NodeOutputs.NONE);
        Bench bench = new Bench(forgetful);
        bench.run(List.of(node("one", "forgetful"), node("end", "keep")), "one>end.a");
        assertThat(failure(bench).node()).isEqualTo("one");
        assertThat(failure(bench).message()).contains("'value'", "plugin 'test'");
    }

    @Test
    void a_node_that_claims_cancellation_when_nobody_asked_has_failed() {
        TestNode liar = TestNode.ending("liar", (inputs, context) -> {
            throw new CancellationException();
        });
        assertThat(new Bench(liar).run(List.of(node("end", "liar")))).isEqualTo(Outcome.FAILED);
    }

    private static NodeFailed failure(Bench bench) {
        return bench.events.stream()
                .filter(NodeFailed.class::isInstance)
                .map(NodeFailed.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
