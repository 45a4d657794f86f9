package dev.weft.cli;

import dev.weft.cli.progress.BarView;
import dev.weft.cli.progress.Durations;
import dev.weft.cli.progress.JsonView;
import dev.weft.cli.progress.LineView;
import dev.weft.cli.progress.NodeTitles;
import dev.weft.graph.validation.Plan;
import dev.weft.graph.validation.Problem;
import dev.weft.graph.validation.Validation;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.ExecutionEvent.NodeFailed;
import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.execution.CancellationToken;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Checks and runs the files of one command, one after another, and tells of each.
final class WorkflowRun {
    private static final Duration QUIET_BETWEEN_LINES = Duration.ofSeconds(10);

    private final Session session;
    private final WeftRuntime runtime;
    private final Path output;
    private final Telling telling;
    private final CancellationToken cancellation;
    private final List<Path> saved = new ArrayList<>();

    /// How much is told, and in which form.
    enum Telling {
        /// Problems only.
        QUIET,
        /// Progress for people; whoever runs the workflow tells of its results.
        PROGRESS,
        /// Progress and results for people.
        PEOPLE,
        /// Events for programs, and problems for people.
        JSON
    }

    WorkflowRun(Session session, WeftRuntime runtime, Path output, Telling telling, CancellationToken cancellation) {
        this.session = session;
        this.runtime = runtime;
        this.output = output;
        this.telling = telling;
        this.cancellation = cancellation;
    }

    /// Runs one file as a whole and returns its exit code.
    int run(GivenFile file) {
        return run(file, Choice.ALL);
    }

    /// Runs what is chosen of one file and returns its exit code.
    int run(GivenFile file, Choice choice) {
        return switch (file) {
            case GivenFile.Refused refused -> refuse(file, refused.problem(), ExitCode.INVALID);
            case GivenFile.Loaded loaded ->
                switch (choice.validate(loaded.workflow(), runtime.nodeTypes())) {
                    case Validation.Invalid invalid -> {
                        for (Problem problem : invalid.problems()) {
                            refuse(file, file.path() + ": " + runtime.explain(problem), ExitCode.INVALID);
                        }
                        int part = choice.partly()
                                ? invalid.soundPart()
                                        .map(plan -> run(file, plan))
                                        .orElse(ExitCode.DONE)
                                : ExitCode.DONE;
                        yield Math.max(part, ExitCode.INVALID);
                    }
                    case Validation.Valid valid -> run(file, valid.plan());
                };
        };
    }

    /// Every file that was saved by what was run so far, in order.
    List<Path> saved() {
        return List.copyOf(saved);
    }

    private int refuse(GivenFile file, String sentence, int code) {
        if (telling == Telling.JSON) {
            new JsonView(session.terminal().out(), file.path().toString()).problem(sentence);
        }
        session.complain(sentence);
        return code;
    }

    private int run(GivenFile file, Plan plan) {
        Optional<String> unwritable = OutputFolder.problem(output);
        if (unwritable.isPresent()) {
            return refuse(file, unwritable.get(), ExitCode.FAILED);
        }
        NodeTitles titles = new NodeTitles(plan);
        RunReport report = new RunReport();
        Consumer<ExecutionEvent> view = view(file, titles);
        Outcome outcome = runtime.executor().execute(plan, cancellation, report.andThen(view));
        saved.addAll(report.saved());
        return switch (outcome) {
            case DONE -> {
                tellSaved(report);
                tell("Done in " + Durations.exact(report.duration()) + ".");
                yield ExitCode.DONE;
            }
            case FAILED -> {
                tellFailures(file, report, titles);
                tellSaved(report);
                yield ExitCode.FAILED;
            }
            case CANCELLED -> {
                tellSaved(report);
                session.complain("cancelled after " + Durations.exact(report.duration()));
                yield ExitCode.CANCELLED;
            }
        };
    }

    private Consumer<ExecutionEvent> view(GivenFile file, NodeTitles titles) {
        Terminal terminal = session.terminal();
        return switch (telling) {
            case QUIET -> event -> {};
            case JSON -> {
                JsonView json = new JsonView(terminal.out(), file.path().toString());
                yield event -> json.event(event, titles);
            }
            case PROGRESS, PEOPLE -> {
                PrintStream err = terminal.err();
                err.println(file.path());
                yield terminal.columns().isPresent()
                        ? new BarView(
                                err, terminal.columns().getAsInt(), terminal.colours(), terminal.unicode(), titles)
                        : new LineView(err, titles, QUIET_BETWEEN_LINES);
            }
        };
    }

    private void tellFailures(GivenFile file, RunReport report, NodeTitles titles) {
        for (NodeFailed failure : report.failures()) {
            session.complain(file.path() + ": " + titles.described(failure) + ": " + failure.message());
        }
    }

    private void tellSaved(RunReport report) {
        int count = report.saved().size();
        if (count > 0) {
            tell("Saved " + count + (count == 1 ? " file:" : " files:"));
            report.saved().forEach(path -> tell("  " + relative(path)));
        }
    }

    private void tell(String line) {
        if (telling == Telling.PEOPLE) {
            session.terminal().out().println(line);
        }
    }

    /// Seen from the current folder if it lies within.
    static Path relative(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }
}
