package dev.weft.runtime.queue;

import static dev.weft.runtime.queue.TestRuns.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class DatabaseTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_journal_is_written_ahead_and_every_commit_is_forced_to_the_disk() {
        try (Database database = Database.open(file())) {
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "synchronous")).as("2 is FULL").isEqualTo("2");
            assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(database, "user_version")).isEqualTo("1");
            assertThat(pragma(database, "integrity_check")).isEqualTo("ok");
        }
    }

    @Test
    void work_that_fails_changes_nothing() {
        try (Database database = Database.open(file())) {
            assertThatThrownBy(() -> database.change(handle -> {
                        handle.execute("UPDATE queue SET paused = 1");
                        throw new QueueException("no");
                    }))
                    .isInstanceOf(QueueException.class)
                    .hasMessage("no");
            assertThat(pragma(database, "user_version")).isEqualTo("1");
            int paused = database.read(handle -> handle.createQuery("SELECT paused FROM queue")
                    .mapTo(Integer.class)
                    .one());
            assertThat(paused).isZero();
        }
    }

    @Test
    void a_database_of_a_newer_weft_is_refused_and_left_alone() throws SQLException {
        Database.open(file()).close();
        sql("PRAGMA user_version = 7");
        assertThatThrownBy(this::open)
                .isInstanceOf(QueueException.class)
                .hasMessage(
                        "the queue " + file() + " was written by a newer Weft (form 7; this one knows forms up to 1);"
                                + " use that one, or name another folder with WEFT_DATA");
    }

    @Test
    void a_file_that_is_no_database_is_named_and_not_overwritten() throws IOException {
        Files.writeString(file(), "this is not a database, however long the text may be ".repeat(50));
        assertThatThrownBy(this::open)
                .isInstanceOf(QueueException.class)
                .hasMessage("the queue " + file()
                        + " is damaged; move the file away, and Weft makes a new one, or put back a copy of it");
        assertThat(file()).content().startsWith("this is not a database");
    }

    @Test
    void a_folder_in_the_place_of_the_database_is_a_sentence() throws IOException {
        Files.createDirectory(file());
        assertThatThrownBy(this::open)
                .isInstanceOf(QueueException.class)
                .hasMessageStartingWith("the queue " + file() + " cannot be opened for writing;");
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_a_sentence() throws IOException {
        Path blocked = folder.resolve("blocked");
        Files.writeString(blocked, "");
        assertThatThrownBy(() -> QueueStore.open(blocked, InstantSource.system()))
                .isInstanceOf(QueueException.class)
                .hasMessageContaining("cannot be made; make it, or name another with WEFT_DATA");
    }

    @Test
    void many_may_open_a_new_queue_and_add_to_it_at_the_same_time()
            throws InterruptedException, ExecutionException, SQLException {
        int programs = 8;
        int runs = 10;
        CountDownLatch start = new CountDownLatch(1);
        List<RunId> ids = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(programs)) {
            List<Future<List<RunId>>> answers = new ArrayList<>();
            for (int program = 0; program < programs; program++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    List<RunId> added = new ArrayList<>();
                    try (QueueStore store = QueueStore.open(folder, InstantSource.system())) {
                        for (int i = 0; i < runs; i++) {
                            added.add(store.queue().add(run("r")));
                        }
                    }
                    return added;
                }));
            }
            start.countDown();
            for (Future<List<RunId>> answer : answers) {
                ids.addAll(answer.get());
            }
        }
        assertThat(ids).hasSize(programs * runs).doesNotHaveDuplicates();
        try (QueueStore store = QueueStore.open(folder, InstantSource.system())) {
            assertThat(store.queue().waiting()).hasSize(programs * runs);
        }
        assertThat(sql("PRAGMA integrity_check")).isEqualTo("ok");
    }

    @Test
    void listeners_hear_of_changes_by_themselves_and_by_others_until_they_are_closed() throws InterruptedException {
        LinkedBlockingQueue<QueueChange> heard = new LinkedBlockingQueue<>();
        try (QueueStore here = QueueStore.open(folder, InstantSource.system());
                QueueStore elsewhere = QueueStore.open(folder, InstantSource.system())) {
            QueueListener.Subscription subscription = here.queue().listen(heard::add);
            RunId id = here.queue().add(run("a"));
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(new QueueChange.OfRun(id));
            elsewhere.queue().pause();
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(new QueueChange.Elsewhere());
            subscription.close();
            here.queue().resume();
            assertThat(heard).isEmpty();
        }
    }

    private void open() {
        QueueStore.open(folder, InstantSource.system()).close();
    }

    private Path file() {
        return folder.resolve("weft.db");
    }

    private static String pragma(Database database, String name) {
        return database.read(handle ->
                handle.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }

    /// Through a connection of its own, past everything that is tested here.
    private String sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement sql = connection.createStatement()) {
            if (!sql.execute(statement)) {
                return "";
            }
            try (ResultSet result = sql.getResultSet()) {
                return result.next() ? result.getString(1) : "";
            }
        }
    }
}
