package dev.weft.runtime.queue;

import static dev.weft.runtime.queue.TestRuns.NOON;
import static dev.weft.runtime.queue.TestRuns.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class RecoveryTest {
    private final TestRuns.Clock clock = new TestRuns.Clock();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_run_is_interrupted_once_the_process_of_its_worker_was_killed_and_not_before()
            throws IOException, InterruptedException {
        RunId id;
        try (QueueStore store = open()) {
            id = store.queue().add(run("a"));
            store.queue().add(run("b"));
        }
        Process process = WorkerProcess.start(folder);
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("took run " + id);
            try (QueueStore store = open()) {
                assertThat(store.interrupted()).isEmpty();
                assertThat(store.queue().find(id).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
                assertThat(store.queue().workers()).isEqualTo(1);
            }
            process.destroyForcibly().waitFor();
        }
        clock.pass(Duration.ofHours(1));
        try (QueueStore store = open()) {
            assertThat(store.interrupted()).extracting(QueuedRun::id).containsExactly(id);
            assertThat(store.queue().workers()).isZero();
            assertThat(store.queue().waiting()).hasSize(1);
            RunState.Over state =
                    (RunState.Over) store.queue().find(id).orElseThrow().state();
            assertThat(state.status()).isEqualTo(RunStatus.INTERRUPTED);
            assertThat(state.duration()).as("nobody saw its end").isEmpty();
        }
        try (QueueStore store = open()) {
            assertThat(store.interrupted()).as("it is noticed once").isEmpty();
        }
        assertThat(folder.resolve("workers")).isEmptyDirectory();
    }

    @Test
    void a_worker_that_is_closed_in_the_middle_of_a_run_leaves_it_interrupted() {
        try (QueueStore store = open()) {
            RunId id = store.queue().add(run("a"));
            Desk desk = new Desk(Database.open(folder.resolve("weft.db")), clock, "w");
            desk.open();
            assertThat(desk.take()).isPresent();
            clock.pass(Duration.ofSeconds(1));
            desk.close();
            assertThat(store.queue().find(id).orElseThrow().state())
                    .isEqualTo(new RunState.Over(RunStatus.INTERRUPTED, Optional.of(NOON), NOON.plusSeconds(1)));
        }
    }

    @Test
    void the_word_of_the_worker_itself_stands_against_that_of_others() {
        try (QueueStore store = open();
                Database database = Database.open(folder.resolve("weft.db"))) {
            RunId id = store.queue().add(run("a"));
            // The file of its lock is not there, as if somebody had removed it.
            Desk desk = new Desk(database, clock, "no-lock");
            desk.open();
            QueuedRun taken = desk.take().orElseThrow().run();
            try (QueueStore other = open()) {
                assertThat(other.interrupted()).hasSize(1);
            }
            desk.end(taken, RunStatus.DONE, desk.recorder(taken));
            assertThat(store.queue().find(id).orElseThrow().status()).isEqualTo(RunStatus.DONE);
        }
    }

    @Test
    void half_written_files_that_nobody_holds_are_cleared_and_all_others_stay() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("set/of/pictures"));
        Path left = Files.writeString(deep.resolve(part("a.png")), "half");
        Path probe = Files.writeString(folder.resolve(".weft4711.probe"), "");
        Path held = Files.writeString(folder.resolve(part("b.png")), "half");
        Path whole = Files.writeString(folder.resolve("c.png"), "whole");
        Path foreign = Files.writeString(folder.resolve(".mine.part"), "whole");
        try (FileChannel channel = FileChannel.open(held, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            new Leftovers(folder).clear();
        }
        assertThat(left).doesNotExist();
        assertThat(probe).doesNotExist();
        assertThat(held).exists();
        assertThat(whole).exists();
        assertThat(foreign).exists();
    }

    private static String part(String name) {
        return "." + name + "." + UUID.randomUUID() + ".part";
    }

    private QueueStore open() {
        return QueueStore.open(folder, clock);
    }
}
