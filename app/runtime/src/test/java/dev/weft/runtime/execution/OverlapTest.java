package dev.weft.runtime.execution;

import static dev.weft.runtime.execution.Bench.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.graph.Node;
import dev.weft.nodes.api.ExecutionEvent.NodeFailed;
import dev.weft.nodes.api.ExecutionEvent.NodeProgress;
import dev.weft.nodes.api.Expansion;
import dev.weft.nodes.api.GraphNode;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.Outcome;
import dev.weft.nodes.api.Source;
import dev.weft.runtime.cache.CacheSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class OverlapTest {
    /// Ends only when three of them run at the same time.
    private final CyclicBarrier three = new CyclicBarrier(3);
    private final Stub meeting = Stub.giving("meeting", (inputs, context) -> {
                meet(three);
                return Stub.value(inputs.parameters().whole("number"));
            })
            .number("number", 0)
            .load(Load.WAITS);

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new CancellationException();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new CancellationException();
        }
    }

    @Test
    void nodes_that_wait_run_at_the_same_time() {
        Bench bench = new Bench(meeting);
        Outcome outcome = bench.run(
                List.of(
                        node("one", "meeting", 1),
                        node("two", "meeting", 2),
                        node("three", "meeting", 3),
                        node("sum", "sum", 0),
                        node("end", "keep")),
                "one>sum.a",
                "two>sum.b",
                "sum>end.a",
                "three>end.b");
        assertThat(outcome).isEqualTo(Outcome.DONE);
        assertThat(bench.kept).containsExactly(6L);
    }

    @Test
    void so_do_those_that_an_expansion_adds() {
        Stub group = Stub.giving(
                "group",
                (inputs, context) -> new Expansion(
                        List.of(
                                GraphNode.of("one", "test:meeting").set("number", 1L),
                                GraphNode.of("two", "test:meeting").set("number", 2L),
                                GraphNode.of("three", "test:meeting").set("number", 3L),
                                GraphNode.of("first", "test:sum")
                                        .set("number", 0L)
                                        .link("a", new Source.Inner("one", "value"))
                                        .link("b", new Source.Inner("two", "value")),
                                GraphNode.of("all", "test:sum")
                                        .set("number", 0L)
                                        .link("a", new Source.Inner("first", "value"))
                                        .link("b", new Source.Inner("three", "value"))),
                        Map.of("value", new Source.Inner("all", "value"))));
        Bench bench = new Bench(meeting, group);
        bench.run(List.of(node("group", "group"), node("end", "keep")), "group>end.a");
        assertThat(bench.kept).containsExactly(6L);
    }

    @Test
    void a_node_may_run_models_while_others_wait() {
        CyclicBarrier both = new CyclicBarrier(2);
        Stub waiting = Stub.ending("waiting", (inputs, context) -> {
                    meet(both);
                    return NodeOutputs.NONE;
                })
                .load(Load.WAITS);
        Stub sampling = Stub.ending("sampling", (inputs, context) -> {
                    meet(both);
                    return NodeOutputs.NONE;
                })
                .load(Load.RUNS_MODELS);
        assertThat(new Bench(waiting, sampling).run(List.of(node("a", "sampling"), node("b", "waiting"))))
                .isEqualTo(Outcome.DONE);
    }

    @Test
    void nodes_that_run_models_run_one_at_a_time_even_in_two_executions() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Stub sampling = Stub.ending("sampling", (inputs, context) -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    for (int i = 0; i < 100; i++) {
                        LockSupport.parkNanos(1_000);
                    }
                    now.decrementAndGet();
                    return NodeOutputs.NONE;
                })
                .number("number", 0)
                .load(Load.RUNS_MODELS);
        Bench bench = new Bench(sampling);
        Bench other = bench.sharing();
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            nodes.add(node("n" + i, "sampling", i));
        }
        List<Node> more = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            more.add(node("n" + i, "sampling", 100 + i));
        }
        Thread second = new Thread(() -> other.run(more));
        second.start();
        bench.run(nodes);
        second.join();
        assertThat(sampling.runs).hasValue(80);
        assertThat(most).hasValue(1);
    }

    @Test
    void no_more_nodes_compute_at_once_than_there_are_cores() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Stub computing = Stub.ending("computing", (inputs, context) -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    for (int i = 0; i < 100; i++) {
                        LockSupport.parkNanos(1_000);
                    }
                    now.decrementAndGet();
                    return NodeOutputs.NONE;
                })
                .number("number", 0);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            nodes.add(node("n" + i, "computing", i));
        }
        new Bench(computing).run(nodes);
        assertThat(computing.runs).hasValue(100);
        // The calling thread may run one that has been quick so far.
        assertThat(most.get()).isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors() + 1);
    }

    @Test
    void the_listener_is_called_in_the_calling_thread_only() {
        Bench bench = new Bench(meeting);
        List<Thread> threads = new ArrayList<>();
        bench.onEvent = event -> threads.add(Thread.currentThread());
        bench.run(
                List.of(
                        node("one", "meeting", 1),
                        node("two", "meeting", 2),
                        node("three", "meeting", 3),
                        node("a", "keep", 1),
                        node("b", "keep", 2)),
                "one>a.a",
                "two>a.b",
                "three>b.a");
        assertThat(threads).hasSize(12).containsOnly(Thread.currentThread());
    }

    @Test
    void a_failure_leaves_nodes_that_are_at_work_to_finish() {
        CountDownLatch failed = new CountDownLatch(1);
        Stub broken = Stub.ending("broken", (inputs, context) -> {
            throw new NodeException("no");
        });
        Stub patient = Stub.giving("patient", (inputs, context) -> {
                    await(failed);
                    return Stub.value(5L);
                })
                .load(Load.WAITS);
        Bench bench = new Bench(broken, patient);
        bench.onEvent = event -> {
            if (event instanceof NodeFailed) {
                failed.countDown();
            }
        };
        Outcome outcome = bench.run(
                List.of(node("patient", "patient"), node("broken", "broken"), node("end", "keep")), "patient>end.a");
        assertThat(outcome).isEqualTo(Outcome.FAILED);
        assertThat(bench.kept).containsExactly(5L);
    }

    @Test
    void what_the_listener_throws_stops_the_execution_and_comes_out_when_nothing_runs_any_more() {
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Stub waiting = Stub.giving("waiting", (inputs, context) -> {
                    try {
                        atWork.countDown();
                        await(never);
                        return Stub.value(1L);
                    } finally {
                        over.set(true);
                    }
                })
                .load(Load.WAITS);
        Stub telling = Stub.ending("telling", (inputs, context) -> {
                    await(atWork);
                    context.progress(1, 2);
                    return NodeOutputs.NONE;
                })
                .load(Load.WAITS);
        Bench bench = new Bench(waiting, telling);
        bench.onEvent = event -> {
            if (event instanceof NodeProgress) {
                throw new IllegalStateException("the disk is full");
            }
        };
        List<Node> nodes = List.of(node("waiting", "waiting"), node("end", "keep"), node("telling", "telling"));
        assertThatThrownBy(() -> bench.run(nodes, "waiting>end.a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the disk is full");
        assertThat(bench.kept).isEmpty();
        assertThat(over).isTrue();
        assertThat(bench.events.getLast()).isInstanceOf(NodeProgress.class);
    }

    @Test
    void equal_nodes_that_are_ready_at_the_same_time_run_once() {
        Stub slow = Stub.giving("slow", (inputs, context) -> Stub.value(3L)).load(Load.WAITS);
        Bench bench = new Bench(CacheSettings.none(), slow);
        bench.run(List.of(node("one", "slow"), node("same", "slow"), node("end", "keep")), "one>end.a", "same>end.b");
        assertThat(bench.kept).containsExactly(6L);
        assertThat(slow.runs).hasValue(1);
        assertThat(bench.story()).contains("finished one", "cached same");
    }

    @Test
    void what_is_nearest_to_an_end_goes_first() {
        Stub sampling = Stub.giving(
                        "sampling",
                        (inputs, context) -> Stub.value(inputs.parameters().whole("number")))
                .in("a")
                .number("number", 0)
                .load(Load.RUNS_MODELS);
        Bench bench = new Bench(sampling);
        bench.run(
                List.of(
                        node("far", "sampling", 1),
                        node("middle", "sampling", 2),
                        node("near", "sampling", 3),
                        node("end", "keep", 1),
                        node("close", "sampling", 4),
                        node("other", "keep", 2)),
                "far>middle.a",
                "middle>near.a",
                "near>end.a",
                "close>other.a");
        assertThat(bench.ran()).startsWith("close");
    }
}
