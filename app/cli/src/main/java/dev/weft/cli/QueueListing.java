package dev.weft.cli;

import dev.weft.runtime.queue.Queue;
import dev.weft.runtime.queue.QueuedRun;
import dev.weft.runtime.queue.RunState;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What runs and what waits.
final class QueueListing {
    private final Session session;
    private final Queue queue;
    private final List<QueuedRun> runs;

    QueueListing(Session session, Queue queue) {
        this.session = session;
        this.queue = queue;
        this.runs = new ArrayList<>(queue.running());
        runs.addAll(queue.waiting());
    }

    /// One JSON object a line and run.
    void json() {
        PrintStream out = session.terminal().out();
        runs.forEach(run -> out.println(RunJson.of(run)));
    }

    /// A table, and what has to be known beside it.
    void people() {
        PrintStream out = session.terminal().out();
        if (runs.isEmpty()) {
            out.println("The queue is empty.");
        } else {
            new TextTable(rows()).lines(session.terminal().columns()).forEach(out::println);
        }
        boolean waiting = runs.stream().anyMatch(run -> run.state() instanceof RunState.Waiting);
        if (queue.paused()) {
            session.complain("the queue is paused; 'weft queue resume' lets workers take runs again");
        } else if (waiting && queue.workers() == 0) {
            session.complain("no worker is there to take them; 'weft queue run' starts one");
        }
    }

    private List<List<String>> rows() {
        Instant now = Instant.now();
        boolean ranked = runs.stream().anyMatch(run -> run.priority() != 0);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("RUN", "STATE", "PRIORITY", "FOR", "ATTEMPT", "TITLE"));
        for (QueuedRun run : runs) {
            Instant since = switch (run.state()) {
                case RunState.Waiting() -> run.accepted();
                case RunState.Running running -> running.began();
                case RunState.Over over -> over.ended();
            };
            int attempt = run.attempts() + (run.state() instanceof RunState.Waiting ? 1 : 0);
            rows.add(List.of(
                    run.id().toString(),
                    RunWords.state(run),
                    ranked ? Integer.toString(run.priority()) : "",
                    RunWords.since(since, now),
                    attempt > 1 ? Integer.toString(attempt) : "",
                    RunWords.title(run)));
        }
        return rows;
    }
}
