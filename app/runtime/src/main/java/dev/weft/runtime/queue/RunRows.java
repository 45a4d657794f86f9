package dev.weft.runtime.queue;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Reads runs from their tables and puts them there.
final class RunRows {
    /// Everything of a run but its workflow.
    static final String SELECT =
            "SELECT id, title, source, priority, accepted, state, cancelling, attempt, worker, began,"
                    + " ended, output, input, backend, max_batch, partly FROM run ";

    /// In the order in which they will be taken.
    static final String IN_LINE = " ORDER BY priority DESC, position ";

    private static final String MODELS = "models";
    private static final String SET = "set";
    private static final String TARGET = "target";

    private RunRows() {}

    static Optional<QueuedRun> find(Handle handle, RunId id) {
        return runs(handle, handle.createQuery(SELECT + "WHERE id = :id").bind("id", id.number())).stream()
                .findFirst();
    }

    /// The run, or a sentence that there is none.
    static QueuedRun get(Handle handle, RunId id) {
        return find(handle, id).orElseThrow(() -> new QueueException("there is no run " + id));
    }

    /// The runs that a query of [#SELECT] finds, in its order.
    static List<QueuedRun> runs(Handle handle, Query query) {
        return query.map((row, _) -> run(handle, row)).list();
    }

    static RunId insert(Handle handle, Submission submission, int priority, long position, Instant now) {
        RunSettings settings = submission.settings();
        long id = handle.createUpdate("INSERT INTO run (title, source, priority, position, accepted, state, output,"
                        + " input, backend, max_batch, partly, workflow) VALUES (:title, :source, :priority, :position, :accepted,"
                        + " 'waiting', :output, :input, :backend, :maxBatch, :partly, :workflow)")
                .bind("title", submission.title())
                .bind("source", submission.source().map(Path::toString).orElse(null))
                .bind("priority", priority)
                .bind("position", position)
                .bind("accepted", now.toEpochMilli())
                .bind("output", settings.output().toString())
                .bind("input", settings.input().toString())
                .bind("backend", settings.backend())
                .bind("maxBatch", settings.maxBatch())
                .bind("partly", settings.partly())
                .bind("workflow", submission.workflow())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        insertAll(
                handle,
                id,
                MODELS,
                settings.models().stream().map(Path::toString).toList());
        insertAll(handle, id, SET, settings.assignments());
        insertAll(handle, id, TARGET, settings.targets());
        return new RunId(id);
    }

    private static void insertAll(Handle handle, long run, String kind, List<String> values) {
        for (int place = 0; place < values.size(); place++) {
            handle.execute(
                    "INSERT INTO run_setting (run, kind, place, value) VALUES (?, ?, ?, ?)",
                    run,
                    kind,
                    place,
                    values.get(place));
        }
    }

    private static QueuedRun run(Handle handle, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        List<Path> models = new ArrayList<>();
        List<String> assignments = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        handle.createQuery("SELECT kind, value FROM run_setting WHERE run = ? ORDER BY kind, place")
                .bind(0, id)
                .map((setting, _) -> switch (setting.getString("kind")) {
                    case MODELS -> models.add(Path.of(setting.getString("value")));
                    case SET -> assignments.add(setting.getString("value"));
                    default -> targets.add(setting.getString("value"));
                })
                .list();
        return new QueuedRun(
                new RunId(id),
                row.getString("title"),
                Optional.ofNullable(row.getString("source")).map(Path::of),
                new RunSettings(
                        Path.of(row.getString("output")),
                        Path.of(row.getString("input")),
                        models,
                        row.getString("backend"),
                        row.getString("max_batch"),
                        assignments,
                        targets,
                        row.getBoolean("partly")),
                row.getInt("priority"),
                Instant.ofEpochMilli(row.getLong("accepted")),
                row.getInt("attempt"),
                state(row));
    }

    private static RunState state(ResultSet row) throws SQLException {
        RunStatus status = RunStatus.ofWord(row.getString("state"));
        return switch (status) {
            case WAITING -> new RunState.Waiting();
            case RUNNING ->
                new RunState.Running(
                        row.getString("worker"),
                        Instant.ofEpochMilli(row.getLong("began")),
                        row.getBoolean("cancelling"));
            case DONE, FAILED, CANCELLED, INTERRUPTED ->
                new RunState.Over(status, time(row, "began"), Instant.ofEpochMilli(row.getLong("ended")));
        };
    }

    /// A time that may be missing.
    static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        long milliseconds = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(milliseconds));
    }
}
