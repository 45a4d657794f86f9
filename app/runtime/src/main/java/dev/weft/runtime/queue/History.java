package dev.weft.runtime.queue;

import dev.weft.runtime.queue.RunDetails.Attempt;
import dev.weft.runtime.queue.RunDetails.NodeFate;
import dev.weft.runtime.queue.RunDetails.NodeRecord;
import dev.weft.runtime.queue.RunDetails.RunFailure;
import dev.weft.runtime.queue.RunDetails.SavedFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The runs that are over, and what is remembered of each.
public final class History {
    private final Database database;
    private final Changes changes;

    History(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /// The part of the list of runs that is asked for.
    public HistoryPage list(HistoryQuery query) {
        List<String> words =
                query.statuses().stream().map(RunStatus::word).sorted().toList();
        String direction = query.ascending() ? " ASC" : " DESC";
        String order = switch (query.sort()) {
            case ACCEPTED -> "accepted" + direction;
            case DURATION -> "coalesce(ended - began, 0)" + direction;
        };
        return database.read(handle -> {
            long total = handle.createQuery("SELECT count(*) FROM run WHERE state IN (<words>)")
                    .bindList("words", words)
                    .mapTo(Long.class)
                    .one();
            List<QueuedRun> runs = RunRows.runs(
                    handle,
                    handle.createQuery(RunRows.SELECT + "WHERE state IN (<words>) ORDER BY " + order + ", id"
                                    + direction + " LIMIT :limit OFFSET :offset")
                            .bindList("words", words)
                            .bind("limit", query.limit())
                            .bind("offset", query.offset()));
            return new HistoryPage(runs, query.offset(), total);
        });
    }

    /// What is remembered of a run of any state.
    public Optional<RunDetails> find(RunId id) {
        return database.read(handle -> RunRows.find(handle, id).map(run -> details(handle, run)));
    }

    /// Forgets a run that is over. Files that it saved stay.
    public void delete(RunId id) {
        database.change(handle -> {
            RunStatus status = RunRows.get(handle, id).status();
            if (!status.over()) {
                throw new QueueException("run " + id + " is " + status + ", so it is not history yet; cancel it first");
            }
            handle.execute("DELETE FROM run WHERE id = ?", id.number());
        });
        changes.tell(new QueueChange.OfRun(id));
    }

    /// Forgets every run that is over, and returns how many there were. Files that they saved stay.
    public int clear() {
        int forgotten =
                database.write(handle -> handle.execute("DELETE FROM run WHERE state NOT IN ('waiting', 'running')"));
        changes.tell(new QueueChange.OfRuns());
        return forgotten;
    }

    private static RunDetails details(Handle handle, QueuedRun run) {
        return new RunDetails(
                run,
                handle.createQuery("SELECT number, began, ended, state FROM attempt WHERE run = ? ORDER BY number")
                        .bind(0, run.id().number())
                        .map((row, _) -> new Attempt(
                                row.getInt("number"),
                                Instant.ofEpochMilli(row.getLong("began")),
                                RunRows.time(row, "ended"),
                                RunStatus.ofWord(row.getString("state"))))
                        .list(),
                ofLatest(handle, run, "SELECT node, path FROM saved_file")
                        .map((row, _) -> new SavedFile(row.getString("node"), Path.of(row.getString("path"))))
                        .list(),
                ofLatest(handle, run, "SELECT node, title, port, message FROM failure")
                        .map((row, _) -> new RunFailure(
                                Optional.ofNullable(row.getString("node")),
                                Optional.ofNullable(row.getString("title")),
                                Optional.ofNullable(row.getString("port")),
                                row.getString("message")))
                        .list(),
                ofLatest(handle, run, "SELECT node, title, fate, nanoseconds, remark FROM node_record")
                        .map((row, _) -> new NodeRecord(
                                row.getString("node"),
                                row.getString("title"),
                                NodeFate.valueOf(row.getString("fate").toUpperCase(Locale.ROOT)),
                                Duration.ofNanos(row.getLong("nanoseconds")),
                                Optional.ofNullable(row.getString("remark"))))
                        .list());
    }

    private static Query ofLatest(Handle handle, QueuedRun run, String select) {
        return handle.createQuery(select + " WHERE run = :run AND attempt = :attempt ORDER BY place")
                .bind("run", run.id().number())
                .bind("attempt", run.attempts());
    }
}
