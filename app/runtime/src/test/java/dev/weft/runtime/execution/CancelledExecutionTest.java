package dev.weft.runtime.execution;

import static dev.weft.runtime.execution.Bench.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.nodes.api.ExecutionEvent.NodeProgress;
import dev.weft.nodes.api.ExecutionEvent.NodeStarted;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.Outcome;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A request to stop while nodes are at work.
@Timeout(60)
final class CancelledExecutionTest {
    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new CancellationException();
        }
    }

    @Test
    void a_cancellation_reaches_every_node_at_work() {
        CountDownLatch atWork = new CountDownLatch(3);
        AtomicInteger stopped = new AtomicInteger();
        Stub endless = Stub.ending("endless", (inputs, context) -> {
                    atWork.countDown();
                    try {
                        while (true) {
                            context.cancellation().throwIfRequested();
                            LockSupport.parkNanos(1_000);
                        }
                    } finally {
                        stopped.incrementAndGet();
                    }
                })
                .number("number", 0)
                .load(Load.WAITS);
        Bench bench = new Bench(endless);
        Thread asking = new Thread(() -> {
            await(atWork);
            bench.cancellation.request();
        });
        asking.start();
        Outcome outcome = bench.run(List.of(node("a", "endless", 1), node("b", "endless", 2), node("c", "endless", 3)));
        assertThat(outcome).isEqualTo(Outcome.CANCELLED);
        assertThat(stopped).hasValue(3);
        assertThat(bench.story()).containsExactlyInAnyOrder("started a", "started b", "started c");
    }

    @Test
    void a_node_that_waits_is_interrupted_by_a_cancellation() {
        CountDownLatch never = new CountDownLatch(1);
        Stub waiting = Stub.ending("waiting", (inputs, context) -> {
                    await(never);
                    return NodeOutputs.NONE;
                })
                .load(Load.WAITS);
        Bench bench = new Bench(waiting);
        bench.onEvent = event -> {
            if (event instanceof NodeStarted) {
                bench.cancellation.request();
            }
        };
        assertThat(bench.run(List.of(node("end", "waiting")))).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void no_step_is_told_after_a_cancellation_and_no_node_begins() {
        Stub stepping = Stub.giving("stepping", (inputs, context) -> {
            for (int step = 1; step <= 10; step++) {
                context.progress(step, 10);
            }
            return Stub.value(1L);
        });
        Bench bench = new Bench(stepping);
        bench.onEvent = event -> {
            if (event instanceof NodeProgress(String node, int step, int steps) && step == 3) {
                bench.cancellation.request();
            }
        };
        assertThat(bench.run(List.of(node("one", "stepping"), node("end", "keep")), "one>end.a"))
                .isEqualTo(Outcome.CANCELLED);
        assertThat(bench.story())
                .containsExactly(
                        "started one", "progress one 1/10", "progress one 2/10", "progress one 3/10", "finished one");
    }

    @Test
    void a_cancellation_that_comes_when_all_is_done_changes_nothing() {
        Bench bench = new Bench();
        bench.onEvent = event -> {
            if (event.equals(bench.events.getLast()) && bench.story().contains("finished end")) {
                bench.cancellation.request();
            }
        };
        assertThat(bench.run(List.of(node("end", "keep")))).isEqualTo(Outcome.DONE);
    }
}
