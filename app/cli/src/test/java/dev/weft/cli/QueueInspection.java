package dev.weft.cli;

import dev.weft.runtime.queue.QueueStore;
import dev.weft.runtime.queue.QueuedRun;
import dev.weft.runtime.queue.RunDetails;
import dev.weft.runtime.queue.RunId;
import dev.weft.runtime.queue.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Looks whether a queue and what was made from it are whole.
final class QueueInspection {
    private final Path data;
    private final Path output;
    private final UnaryOperator<String> contents;
    private Map<RunStatus, Integer> counts = Map.of();
    private int interruptions;

    /// @param data the folder of the queue
    /// @param output where results are
    /// @param contents what a file has to hold, by its name
    QueueInspection(Path data, Path output, UnaryOperator<String> contents) {
        this.data = data;
        this.output = output;
        this.contents = contents;
    }

    /// Looks at everything once nobody works at it.
    ///
    /// @param accepted the workflows of the runs that must be there, by their numbers
    /// @throws AssertionError if something is lost, half-written or not sound
    void check(Map<Long, String> accepted) throws IOException {
        if (!Files.exists(data.resolve("weft.db"))) {
            require(accepted.isEmpty(), "there is no database, but runs were accepted");
            return;
        }
        checkDatabase();
        try (QueueStore store = QueueStore.open(data, data.resolveSibling("cache"))) {
            interruptions += store.interrupted().size();
            Map<RunStatus, Integer> seen = new EnumMap<>(RunStatus.class);
            for (Map.Entry<Long, String> run : accepted.entrySet()) {
                RunId id = new RunId(run.getKey());
                RunDetails details = store.history()
                        .find(id)
                        .orElseThrow(() -> new AssertionError("run " + id + " was accepted and is lost"));
                require(store.queue().workflow(id).equals(run.getValue()), "the workflow of run " + id + " is another");
                seen.merge(details.run().status(), 1, Integer::sum);
                check(details);
            }
            require(store.queue().running().isEmpty(), "a run has no worker, but is said to be running");
            counts = seen;
        }
        checkDatabase();
        checkFiles();
    }

    /// @throws AssertionError if some run that was accepted is not done
    void checkAllDone() {
        require(counts.keySet().equals(Set.of(RunStatus.DONE)), "not everything was done: " + counts);
    }

    /// How many runs are in each state, and how many were found interrupted so far.
    String summary() {
        return "now " + counts + ", " + interruptions + " found interrupted";
    }

    private void check(RunDetails details) throws IOException {
        QueuedRun run = details.run();
        require(run.status() != RunStatus.FAILED, "run " + run.id() + " failed: " + details.failures());
        if (run.status() == RunStatus.DONE) {
            require(details.files().size() == 1, "run " + run.id() + " is done, but has saved " + details.files());
            require(details.nodes().size() == 3, "run " + run.id() + " is done, but has nodes " + details.nodes());
        }
        for (RunDetails.SavedFile file : details.files()) {
            require(Files.exists(file.file()), file.file() + " is on record, but not there");
        }
    }

    private void checkFiles() throws IOException {
        if (!Files.exists(output)) {
            return;
        }
        try (Stream<Path> files = Files.list(output)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                require(!name.startsWith("."), file + " was left behind");
                require(Files.readString(file).equals(contents.apply(name)), file + " is not whole");
            }
        }
    }

    private void checkDatabase() {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("weft.db"));
                Statement statement = connection.createStatement()) {
            try (ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
                require(result.next() && "ok".equals(result.getString(1)), "the database is damaged");
            }
            try (ResultSet result = statement.executeQuery("PRAGMA foreign_key_check")) {
                require(!result.next(), "the database has rows that belong to nothing");
            }
        } catch (SQLException e) {
            throw new AssertionError("the database cannot be read", e);
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
