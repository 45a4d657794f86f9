package dev.weft.runtime.queue;

import static dev.weft.runtime.queue.TestRuns.NOON;
import static dev.weft.runtime.queue.TestRuns.run;
import static dev.weft.runtime.queue.TestRuns.titles;
import static dev.weft.runtime.queue.TestRuns.urgent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.queue.Submission.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueueTest {
    private final TestRuns.Clock clock = new TestRuns.Clock();

    @TempDir
    private Path folder = Path.of("");

    private QueueStore store;
    private Queue queue;

    @BeforeEach
    void open() {
        store = QueueStore.open(folder, clock);
        queue = store.queue();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void an_accepted_run_comes_back_whole_after_the_queue_was_closed() {
        Submission submission = new Submission(
                "häuser 家",
                Optional.of(Path.of("/flows/a b.weft.json")),
                "{\"weft\": 1,\n \"note\": \"ünïcode 家 \\u0000\"}\n",
                new RunSettings(
                        Path.of("/pictures"),
                        Path.of("/flows"),
                        List.of(Path.of("/models/b"), Path.of("/models/a")),
                        "cuda:1",
                        "4",
                        List.of("sampler.seed=7", "prompts.text=a=b\nc"),
                        List.of("save", "preview"),
                        true),
                new Place.Back(3));
        RunId id = queue.add(submission);
        store.close();
        open();
        QueuedRun run = queue.find(id).orElseThrow();
        assertThat(run)
                .isEqualTo(new QueuedRun(
                        id,
                        "häuser 家",
                        submission.source(),
                        submission.settings(),
                        3,
                        NOON,
                        0,
                        new RunState.Waiting()));
        assertThat(queue.workflow(id)).isEqualTo(submission.workflow());
        assertThat(queue.waiting()).containsExactly(run);
    }

    @Test
    void runs_wait_by_priority_and_then_in_the_order_in_which_they_came() {
        queue.addAll(List.of(run("a"), run("b", 5), run("c"), run("d", -1), run("e", 5)));
        assertThat(titles(queue.waiting())).containsExactly("b", "e", "a", "c", "d");
    }

    @Test
    void the_front_is_before_every_priority_and_several_keep_their_order_there() {
        queue.addAll(List.of(run("a"), run("b", 5)));
        queue.addAll(List.of(urgent("c"), urgent("d")));
        assertThat(titles(queue.waiting())).containsExactly("c", "d", "b", "a");
        queue.front(id("a"));
        assertThat(titles(queue.waiting())).containsExactly("a", "c", "d", "b");
    }

    @Test
    void a_run_is_moved_next_to_another_and_takes_its_priority() {
        queue.addAll(List.of(run("a"), run("b"), run("c"), run("d", 9)));
        queue.moveBefore(id("c"), id("a"));
        assertThat(titles(queue.waiting())).containsExactly("d", "c", "a", "b");
        queue.moveAfter(id("d"), id("c"));
        assertThat(titles(queue.waiting())).containsExactly("c", "d", "a", "b");
        queue.moveBefore(id("b"), id("b"));
        assertThat(titles(queue.waiting())).containsExactly("c", "d", "a", "b");
        assertThat(queue.find(id("d")).orElseThrow().priority()).isZero();
        queue.prioritise(id("b"), 1);
        queue.prioritise(id("c"), -1);
        assertThat(titles(queue.waiting())).containsExactly("b", "d", "a", "c");
    }

    @Test
    void a_waiting_run_that_is_cancelled_is_history_at_once() {
        RunId id = queue.add(run("a"));
        clock.pass(Duration.ofSeconds(5));
        assertThat(queue.cancel(id)).isEqualTo(new Cancelled.BeforeItBegan());
        assertThat(queue.cancel(id)).isEqualTo(new Cancelled.TooLate(RunStatus.CANCELLED));
        assertThat(queue.waiting()).isEmpty();
        assertThat(queue.find(id).orElseThrow().state())
                .isEqualTo(new RunState.Over(RunStatus.CANCELLED, Optional.empty(), NOON.plusSeconds(5)));
    }

    @Test
    void cancelling_all_names_the_runs_that_were_open() {
        List<RunId> ids = queue.addAll(List.of(run("a"), run("b"), run("c")));
        queue.cancel(ids.get(1));
        assertThat(queue.cancelAll()).containsExactly(ids.get(0), ids.get(2));
        assertThat(queue.cancelAll()).isEmpty();
    }

    @Test
    void a_removed_run_leaves_no_trace_and_its_number_is_not_given_again() {
        RunId first = queue.add(run("a"));
        queue.remove(first);
        assertThat(queue.find(first)).isEmpty();
        assertThat(queue.add(run("b"))).isGreaterThan(first);
    }

    @Test
    void a_run_that_is_over_is_tried_again_behind_those_that_wait() {
        queue.addAll(List.of(run("a"), run("b")));
        queue.cancel(id("a"));
        queue.retry(new RunId(1));
        assertThat(titles(queue.waiting())).containsExactly("b", "a");
        assertThatThrownBy(() -> queue.retry(new RunId(1)))
                .isInstanceOf(QueueException.class)
                .hasMessage("run 1 is waiting, so it cannot be tried again; only runs that are over can");
    }

    @Test
    void what_does_not_wait_cannot_be_moved_and_what_does_not_exist_is_named() {
        RunId over = queue.add(run("a"));
        RunId waiting = queue.add(run("b"));
        queue.cancel(over);
        assertThatThrownBy(() -> queue.front(over))
                .hasMessage("run 1 is cancelled, so it cannot be moved; only waiting runs can");
        assertThatThrownBy(() -> queue.moveAfter(waiting, over))
                .hasMessage("run 1 is cancelled, so it cannot be a place to move to; only waiting runs can");
        assertThatThrownBy(() -> queue.remove(over)).hasMessageContaining("cannot be removed");
        assertThatThrownBy(() -> queue.prioritise(over, 1)).hasMessageContaining("given another priority");
        assertThatThrownBy(() -> queue.cancel(new RunId(7))).hasMessage("there is no run 7");
        assertThatThrownBy(() -> queue.workflow(new RunId(7))).hasMessage("there is no run 7");
    }

    @Test
    void a_paused_queue_stays_paused_until_it_is_resumed() {
        assertThat(queue.paused()).isFalse();
        queue.pause();
        store.close();
        open();
        assertThat(queue.paused()).isTrue();
        queue.resume();
        assertThat(queue.paused()).isFalse();
    }

    private RunId id(String title) {
        return queue.waiting().stream()
                .filter(run -> run.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
