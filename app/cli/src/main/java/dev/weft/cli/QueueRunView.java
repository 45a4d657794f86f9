package dev.weft.cli;

import dev.weft.cli.progress.BarView;
import dev.weft.cli.progress.Durations;
import dev.weft.cli.progress.LineView;
import dev.weft.cli.progress.NodeTitles;
import dev.weft.graph.validation.Plan;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.ExecutionEvent.ExecutionFinished;
import dev.weft.nodes.api.ExecutionEvent.NodeFailed;
import dev.weft.runtime.execution.CancellationToken;
import dev.weft.runtime.queue.QueuedRun;
import dev.weft.runtime.queue.RunObserver;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Tells people what a worker does.
final class QueueRunView {
    private static final Duration QUIET_BETWEEN_LINES = Duration.ofSeconds(10);

    private final Session session;
    private final boolean quiet;
    private final CancellationToken stop;
    private int runs;
    private int worst = ExitCode.DONE;

    /// @param stop asks the worker to stop, which is another thing than somebody cancelling the run
    QueueRunView(Session session, boolean quiet, CancellationToken stop) {
        this.session = session;
        this.quiet = quiet;
        this.stop = stop;
    }

    /// Whoever tells of this run.
    RunObserver of(QueuedRun run) {
        runs++;
        if (!quiet) {
            session.terminal().err().println("Run " + run.id() + ": " + RunWords.title(run));
        }
        return new OneRun(run);
    }

    /// How many runs were taken.
    int runs() {
        return runs;
    }

    /// The worst of what the runs ended with.
    int exitCode() {
        return worst;
    }

    private final class OneRun implements RunObserver {
        private final QueuedRun run;
        private final RunReport report = new RunReport();
        private Optional<NodeTitles> titles = Optional.empty();
        private Consumer<ExecutionEvent> progress = _ -> {};

        OneRun(QueuedRun run) {
            this.run = run;
        }

        @Override
        public void planned(Plan plan) {
            NodeTitles known = new NodeTitles(plan);
            titles = Optional.of(known);
            progress = quiet ? progress : progress(known);
        }

        @Override
        public void refused(String sentence) {
            worst = Math.max(worst, ExitCode.INVALID);
            session.complain("run " + run.id() + ": " + sentence);
        }

        @Override
        public void event(ExecutionEvent event) {
            report.accept(event);
            progress.accept(event);
            if (event instanceof ExecutionFinished finished) {
                over(finished);
            }
        }

        private void over(ExecutionFinished finished) {
            titles.ifPresent(this::tellFailures);
            tellSaved();
            String time = Durations.exact(finished.duration());
            switch (finished.outcome()) {
                case DONE -> tell("Done in " + time + ".");
                case FAILED -> worst = Math.max(worst, ExitCode.FAILED);
                case CANCELLED ->
                    session.complain("run " + run.id()
                            + (stop.requested()
                                    ? " was interrupted after " + time + "; 'weft queue retry " + run.id()
                                            + "' puts it back into the queue"
                                    : " was cancelled after " + time));
            }
        }

        private void tellFailures(NodeTitles known) {
            for (NodeFailed failure : report.failures()) {
                session.complain("run " + run.id() + ": " + known.described(failure) + ": " + failure.message());
            }
        }

        private void tellSaved() {
            int count = report.saved().size();
            if (count > 0) {
                tell("Saved " + count + (count == 1 ? " file:" : " files:"));
                for (Path path : report.saved()) {
                    tell("  " + WorkflowRun.relative(path));
                }
            }
        }

        private void tell(String line) {
            if (!quiet) {
                session.terminal().out().println(line);
            }
        }

        private Consumer<ExecutionEvent> progress(NodeTitles known) {
            Terminal terminal = session.terminal();
            PrintStream err = terminal.err();
            return terminal.columns().isPresent()
                    ? new BarView(err, terminal.columns().getAsInt(), terminal.colours(), terminal.unicode(), known)
                    : new LineView(err, known, QUIET_BETWEEN_LINES);
        }
    }
}
