package dev.weft.runtime.queue;

import static dev.weft.runtime.queue.TestRuns.NOON;
import static dev.weft.runtime.queue.TestRuns.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.nodes.api.Cancellation;
import dev.weft.nodes.api.ExecutionEvent.FileSaved;
import dev.weft.nodes.api.ExecutionEvent.NodeCached;
import dev.weft.nodes.api.ExecutionEvent.NodeFailed;
import dev.weft.nodes.api.ExecutionEvent.NodeFinished;
import dev.weft.nodes.api.ExecutionEvent.NodeSkipped;
import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.execution.CancellationToken;
import dev.weft.runtime.queue.RunDetails.NodeFate;
import dev.weft.runtime.queue.RunDetails.NodeRecord;
import dev.weft.runtime.queue.RunDetails.RunFailure;
import dev.weft.runtime.queue.RunDetails.SavedFile;
import dev.weft.runtime.queue.Worker.Ending;
import dev.weft.runtime.queue.Worker.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class WorkerTest {
    private final TestRuns.Clock clock = new TestRuns.Clock();
    private final CancellationToken stop = new CancellationToken();

    @TempDir
    private Path folder = Path.of("");

    private QueueStore store;
    private QueueStore elsewhere;
    private Queue queue;

    @BeforeEach
    void open() {
        store = QueueStore.open(folder, clock);
        elsewhere = QueueStore.open(folder, clock);
        queue = store.queue();
    }

    @AfterEach
    void close() {
        elsewhere.close();
        store.close();
    }

    @Test
    void runs_are_carried_out_in_line_and_what_happened_is_remembered() {
        queue.addAll(List.of(run("later"), run("first", 1)));
        List<String> order = new ArrayList<>();
        RunEngine engine = (taken, cancellation, observer) -> {
            order.add(taken.run().title());
            assertThat(taken.workflow()).contains("\"" + taken.run().title() + "\"");
            clock.pass(Duration.ofSeconds(3));
            observer.event(new NodeCached("load"));
            observer.event(new NodeFinished("sample", Duration.ofMillis(1500)));
            observer.event(new FileSaved("save", Path.of("/pictures/a.png")));
            observer.event(new NodeFailed("score", Optional.of("in"), "no prompts"));
            observer.event(new NodeSkipped("report", "score"));
            return Outcome.FAILED;
        };
        assertThat(work(Patience.STOP, engine)).isEqualTo(Ending.EMPTY);
        assertThat(order).containsExactly("first", "later");
        RunDetails details = store.history().find(new RunId(2)).orElseThrow();
        assertThat(details.run().state())
                .isEqualTo(new RunState.Over(RunStatus.FAILED, Optional.of(NOON), NOON.plusSeconds(3)));
        assertThat(details.attempts())
                .containsExactly(new RunDetails.Attempt(1, NOON, Optional.of(NOON.plusSeconds(3)), RunStatus.FAILED));
        assertThat(details.files()).containsExactly(new SavedFile("save", Path.of("/pictures/a.png")));
        assertThat(details.failures())
                .containsExactly(
                        new RunFailure(Optional.of("score"), Optional.of("score"), Optional.of("in"), "no prompts"));
        assertThat(details.nodes())
                .containsExactly(
                        new NodeRecord("load", "load", NodeFate.CACHED, Duration.ZERO, Optional.empty()),
                        new NodeRecord(
                                "sample", "sample", NodeFate.FINISHED, Duration.ofMillis(1500), Optional.empty()),
                        new NodeRecord("score", "score", NodeFate.FAILED, Duration.ZERO, Optional.empty()),
                        new NodeRecord(
                                "report", "report", NodeFate.SKIPPED, Duration.ZERO, Optional.of("'score' failed")));
    }

    @Test
    void a_file_is_on_record_before_the_run_goes_on() {
        RunId id = queue.add(run("a"));
        work(Patience.STOP, (taken, cancellation, observer) -> {
            observer.event(new FileSaved("save", Path.of("/pictures/a.png")));
            assertThat(elsewhere.history().find(id).orElseThrow().files()).hasSize(1);
            return Outcome.DONE;
        });
        assertThat(status(id)).isEqualTo(RunStatus.DONE);
    }

    @Test
    void another_process_cancels_a_run_that_is_running() {
        RunId id = queue.add(run("a"));
        work(Patience.STOP, (taken, cancellation, observer) -> {
            assertThat(elsewhere.queue().cancel(id)).isEqualTo(new Cancelled.Asked());
            assertThat(elsewhere.queue().running())
                    .singleElement()
                    .satisfies(running -> assertThat(((RunState.Running) running.state()).cancelling())
                            .isTrue());
            await(cancellation);
            return Outcome.CANCELLED;
        });
        assertThat(status(id)).isEqualTo(RunStatus.CANCELLED);
    }

    @Test
    void a_result_that_was_finished_stands_against_a_late_cancel() {
        RunId id = queue.add(run("a"));
        work(Patience.STOP, (taken, cancellation, observer) -> {
            assertThat(queue.cancel(id)).isEqualTo(new Cancelled.Asked());
            assertThat(cancellation.requested()).isTrue();
            return Outcome.DONE;
        });
        assertThat(status(id)).isEqualTo(RunStatus.DONE);
        assertThat(queue.cancel(id)).isEqualTo(new Cancelled.TooLate(RunStatus.DONE));
        assertThat(status(id)).isEqualTo(RunStatus.DONE);
    }

    @Test
    void a_run_is_interrupted_when_its_worker_is_asked_to_stop_and_can_be_tried_again() {
        RunId id = queue.add(run("a"));
        queue.add(run("b"));
        Ending ending = work(Patience.WAIT, (taken, cancellation, observer) -> {
            stop.request();
            await(cancellation);
            return Outcome.CANCELLED;
        });
        assertThat(ending).isEqualTo(Ending.STOPPED);
        assertThat(status(id)).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(queue.retryInterrupted()).containsExactly(id);
        assertThat(TestRuns.titles(queue.waiting())).containsExactly("a", "b");
        work(Patience.STOP, new CancellationToken(), (taken, cancellation, observer) -> Outcome.DONE);
        assertThat(store.history().find(id).orElseThrow().attempts())
                .extracting(RunDetails.Attempt::status)
                .containsExactly(RunStatus.INTERRUPTED, RunStatus.DONE);
    }

    @Test
    void an_engine_that_breaks_costs_only_the_run_it_was_at() {
        RunId broken = queue.add(run("broken"));
        RunId good = queue.add(run("good"));
        Ending ending = work(Patience.STOP, (taken, cancellation, observer) -> {
            if (taken.run().id().equals(broken)) {
                throw new AssertionError("boom");
            }
            return Outcome.DONE;
        });
        assertThat(ending).isEqualTo(Ending.EMPTY);
        assertThat(status(good)).isEqualTo(RunStatus.DONE);
        assertThat(status(broken)).isEqualTo(RunStatus.FAILED);
        assertThat(store.history().find(broken).orElseThrow().failures())
                .containsExactly(new RunFailure(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "it failed unexpectedly (AssertionError: boom); the log holds the details"));
    }

    @Test
    void nothing_is_taken_from_a_paused_queue() {
        RunId id = queue.add(run("a"));
        queue.pause();
        assertThat(work(Patience.STOP, (taken, cancellation, observer) -> Outcome.DONE))
                .isEqualTo(Ending.PAUSED);
        assertThat(status(id)).isEqualTo(RunStatus.WAITING);
    }

    @Test
    void a_patient_worker_takes_what_comes_later_from_elsewhere() throws InterruptedException, ExecutionException {
        CountDownLatch done = new CountDownLatch(2);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Ending> ending = threads.submit(() -> work(Patience.WAIT, (taken, cancellation, observer) -> {
                done.countDown();
                return Outcome.DONE;
            }));
            elsewhere.queue().pause();
            elsewhere.queue().add(run("a"));
            queue.add(run("b"));
            elsewhere.queue().resume();
            done.await();
            stop.request();
            assertThat(ending.get()).isEqualTo(Ending.STOPPED);
        }
        assertThat(queue.waiting()).isEmpty();
    }

    @Test
    void each_run_is_taken_by_one_of_several_workers() throws InterruptedException, ExecutionException {
        int runs = 40;
        for (int i = 0; i < runs; i++) {
            queue.add(run("r"));
        }
        ConcurrentLinkedQueue<RunId> taken = new ConcurrentLinkedQueue<>();
        RunEngine engine = (run, cancellation, observer) -> {
            taken.add(run.run().id());
            return Outcome.DONE;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Ending>> endings = new ArrayList<>();
            for (QueueStore from : List.of(store, store, elsewhere, elsewhere)) {
                endings.add(threads.submit(() -> work(from, Patience.STOP, new CancellationToken(), engine)));
            }
            for (Future<Ending> ending : endings) {
                assertThat(ending.get()).isEqualTo(Ending.EMPTY);
            }
        }
        assertThat(taken).hasSize(runs).doesNotHaveDuplicates();
        assertThat(store.history().list(HistoryQuery.newest(100)).runs())
                .hasSize(runs)
                .allMatch(run -> run.status() == RunStatus.DONE);
        assertThat(queue.workers()).isZero();
    }

    private Ending work(Patience patience, RunEngine engine) {
        return work(patience, stop, engine);
    }

    private Ending work(Patience patience, CancellationToken token, RunEngine engine) {
        return work(store, patience, token, engine);
    }

    private static Ending work(QueueStore from, Patience patience, CancellationToken token, RunEngine engine) {
        try (Worker worker = from.worker()) {
            return worker.work(patience, engine, _ -> RunObserver.NONE, token);
        }
    }

    private RunStatus status(RunId id) {
        return queue.find(id).orElseThrow().status();
    }

    private static void await(CancellationToken cancellation) {
        CountDownLatch asked = new CountDownLatch(1);
        try (Cancellation.Handle _ = cancellation.onRequest(asked::countDown)) {
            asked.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
