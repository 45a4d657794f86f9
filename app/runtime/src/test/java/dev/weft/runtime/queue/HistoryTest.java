package dev.weft.runtime.queue;

import static dev.weft.runtime.queue.TestRuns.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.execution.CancellationToken;
import dev.weft.runtime.queue.HistoryQuery.Sort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {
    private final TestRuns.Clock clock = new TestRuns.Clock();

    @TempDir
    private Path folder = Path.of("");

    private QueueStore store;
    private History history;

    /// Seven runs, 1 to 7. They take 3, 1, 2, 3, 1, 2 and 3 seconds; the even ones fail. One more is cancelled, one
    /// waits.
    @BeforeEach
    void fill() {
        store = QueueStore.open(folder, clock);
        history = store.history();
        for (int i = 1; i <= 7; i++) {
            clock.pass(Duration.ofMinutes(1));
            store.queue().add(run("r" + i));
        }
        try (Worker worker = store.worker()) {
            worker.work(
                    Worker.Patience.STOP,
                    (taken, cancellation, observer) -> {
                        long number = taken.run().id().number();
                        clock.pass(Duration.ofSeconds(number % 3 == 1 ? 3 : number % 3 == 2 ? 1 : 2));
                        return number % 2 == 0 ? Outcome.FAILED : Outcome.DONE;
                    },
                    _ -> RunObserver.NONE,
                    new CancellationToken());
        }
        store.queue().cancel(store.queue().add(run("cancelled")));
        store.queue().add(run("waiting"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void the_newest_comes_first_and_what_is_not_over_is_not_listed() {
        assertThat(numbers(HistoryQuery.newest(100))).containsExactly(8, 7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void a_window_is_cut_out_of_the_list_and_says_whether_there_is_more() {
        HistoryPage page = history.list(new HistoryQuery(Set.of(), Sort.ACCEPTED, true, 2, 3));
        assertThat(page.runs()).extracting(run -> (int) run.id().number()).containsExactly(3, 4, 5);
        assertThat(page.total()).isEqualTo(8);
        assertThat(page.offset()).isEqualTo(2);
        assertThat(page.more()).isTrue();
        assertThat(numbers(new HistoryQuery(Set.of(), Sort.ACCEPTED, true, 6, 100)))
                .containsExactly(7, 8);
        assertThat(history.list(new HistoryQuery(Set.of(), Sort.ACCEPTED, true, 6, 2))
                        .more())
                .isFalse();
        assertThat(numbers(new HistoryQuery(Set.of(), Sort.ACCEPTED, true, 8, 5)))
                .isEmpty();
        assertThat(numbers(new HistoryQuery(Set.of(), Sort.ACCEPTED, true, 0, 0)))
                .isEmpty();
        assertThatThrownBy(() -> new HistoryQuery(Set.of(), Sort.ACCEPTED, true, -1, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void runs_are_filtered_by_how_they_ended() {
        assertThat(numbers(new HistoryQuery(Set.of(RunStatus.FAILED), Sort.ACCEPTED, true, 0, 100)))
                .containsExactly(2, 4, 6);
        assertThat(numbers(
                        new HistoryQuery(Set.of(RunStatus.CANCELLED, RunStatus.WAITING), Sort.ACCEPTED, true, 0, 100)))
                .containsExactly(8, 9);
        assertThat(numbers(new HistoryQuery(Set.of(RunStatus.INTERRUPTED), Sort.ACCEPTED, true, 0, 100)))
                .isEmpty();
    }

    @Test
    void runs_are_sorted_by_how_long_they_took() {
        assertThat(numbers(new HistoryQuery(Set.of(), Sort.DURATION, false, 0, 100)))
                .containsExactly(7, 4, 1, 6, 3, 5, 2, 8);
        assertThat(numbers(new HistoryQuery(Set.of(), Sort.DURATION, true, 0, 3)))
                .containsExactly(8, 2, 5);
    }

    @Test
    void what_is_deleted_is_gone_and_what_is_not_over_cannot_be() {
        history.delete(new RunId(3));
        assertThat(history.find(new RunId(3))).isEmpty();
        assertThatThrownBy(() -> history.delete(new RunId(3))).hasMessage("there is no run 3");
        assertThatThrownBy(() -> history.delete(new RunId(9)))
                .hasMessage("run 9 is waiting, so it is not history yet; cancel it first");
        assertThat(history.clear()).isEqualTo(7);
        assertThat(store.queue().waiting()).hasSize(1);
        assertThat(history.clear()).isZero();
    }

    private Iterable<Integer> numbers(HistoryQuery query) {
        return history.list(query).runs().stream()
                .map(run -> (int) run.id().number())
                .toList();
    }
}
