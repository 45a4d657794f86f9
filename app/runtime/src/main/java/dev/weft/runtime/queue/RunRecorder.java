package dev.weft.runtime.queue;

import dev.weft.graph.validation.Plan;
import dev.weft.graph.validation.PlannedNode;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.ExecutionEvent.ExecutionFinished;
import dev.weft.nodes.api.ExecutionEvent.ExecutionStarted;
import dev.weft.nodes.api.ExecutionEvent.FileSaved;
import dev.weft.nodes.api.ExecutionEvent.NodeBlocked;
import dev.weft.nodes.api.ExecutionEvent.NodeCached;
import dev.weft.nodes.api.ExecutionEvent.NodeExpanded;
import dev.weft.nodes.api.ExecutionEvent.NodeFailed;
import dev.weft.nodes.api.ExecutionEvent.NodeFinished;
import dev.weft.nodes.api.ExecutionEvent.NodePreview;
import dev.weft.nodes.api.ExecutionEvent.NodeProgress;
import dev.weft.nodes.api.ExecutionEvent.NodeSkipped;
import dev.weft.nodes.api.ExecutionEvent.NodeStarted;
import dev.weft.runtime.queue.RunDetails.NodeFate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what one attempt saves, what fails in it and how long its nodes work.
///
/// A saved file is on record before the execution goes on. All else is written a few times a second at most, so
/// that
/// ten
/// thousand quick nodes do not wait for the disk ten thousand times; what is left is written with the attempt's
/// end.
final class RunRecorder implements RunObserver {
    private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);
    private static final long KEEP_NANOSECONDS = 500_000_000;

    private final Database database;
    private final RunId run;
    private final int attempt;
    private final Map<String, String> titles = new HashMap<>();
    private final List<Row> unwritten = new ArrayList<>();
    private int place;
    private long writtenAt = System.nanoTime();

    RunRecorder(Database database, RunId run, int attempt) {
        this.database = database;
        this.run = run;
        this.attempt = attempt;
    }

    @Override
    public void planned(Plan plan) {
        for (PlannedNode node : plan.nodes()) {
            String own = node.node().title();
            titles.put(node.id(), own.isBlank() ? node.signature().title() : own);
        }
    }

    @Override
    public void refused(String sentence) {
        failed(Optional.empty(), Optional.empty(), sentence);
    }

    @Override
    public void event(ExecutionEvent event) {
        switch (event) {
            case NodeCached(String node) -> over(node, NodeFate.CACHED, Duration.ZERO, Optional.empty());
            case NodeFinished(String node, Duration duration) ->
                over(node, NodeFate.FINISHED, duration, Optional.empty());
            case NodeSkipped(String node, String because) ->
                over(node, NodeFate.SKIPPED, Duration.ZERO, Optional.of("'" + because + "' failed"));
            case NodeBlocked(String node, Optional<String> message) ->
                over(node, NodeFate.BLOCKED, Duration.ZERO, message);
            case NodeFailed failure -> {
                failed(Optional.of(failure.node()), failure.port(), failure.message());
                over(failure.node(), NodeFate.FAILED, Duration.ZERO, Optional.empty());
            }
            case NodeExpanded expanded -> expanded.nodes().forEach(added -> titles.put(added, title(expanded.shown())));
            case FileSaved file -> {
                unwritten.add((handle, number) -> handle.execute(
                        "INSERT INTO saved_file (run, attempt, place, node, path) VALUES (?, ?, ?, ?, ?)",
                        run.number(),
                        attempt,
                        number,
                        file.node(),
                        file.file().toAbsolutePath().toString()));
                write();
            }
            case ExecutionStarted _, NodeStarted _, NodeProgress _, NodePreview _, ExecutionFinished _ -> {}
        }
        if (!unwritten.isEmpty() && System.nanoTime() - writtenAt >= KEEP_NANOSECONDS) {
            write();
        }
    }

    /// Writes what is not written yet, within a transaction.
    void writeRest(Handle handle) {
        for (Row row : unwritten) {
            row.write(handle, ++place);
        }
        unwritten.clear();
    }

    private void over(String node, NodeFate fate, Duration duration, Optional<String> remark) {
        unwritten.add((handle, number) -> handle.execute(
                "INSERT INTO node_record (run, attempt, place, node, title, fate, nanoseconds, remark)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                run.number(),
                attempt,
                number,
                node,
                title(node),
                fate.name().toLowerCase(Locale.ROOT),
                duration.toNanos(),
                remark.orElse(null)));
    }

    private void failed(Optional<String> node, Optional<String> port, String message) {
        unwritten.add((handle, number) -> handle.execute(
                "INSERT INTO failure (run, attempt, place, node, title, port, message) VALUES (?, ?, ?, ?, ?, ?, ?)",
                run.number(),
                attempt,
                number,
                node.orElse(null),
                node.map(this::title).orElse(null),
                port.orElse(null),
                message));
    }

    private String title(String node) {
        return titles.getOrDefault(node, node);
    }

    /// What cannot be written now is tried again with the next; a run does not fail because nobody can take
    /// notes.
    private void write() {
        writtenAt = System.nanoTime();
        int before = place;
        List<Row> rows = List.copyOf(unwritten);
        try {
            database.change(this::writeRest);
        } catch (QueueException e) {
            place = before;
            unwritten.clear();
            unwritten.addAll(rows);
            LOG.warn("What happens in run {} cannot be recorded.", run, e);
        }
    }

    @FunctionalInterface
    private interface Row {
        void write(Handle handle, int number);
    }
}
