package dev.weft.cli;

import dev.weft.graph.json.WorkflowFile;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.graph.json.WorkflowReader;
import dev.weft.runtime.queue.QueueStore;
import dev.weft.runtime.queue.RunDetails;
import dev.weft.runtime.queue.RunId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weft history show`.
@Command(
        name = "show",
        header = "Tells all of one run: what it saved, what failed, how long its nodes worked.",
        footerHeading = "%nExamples:%n",
        footer = {"  weft history show 12", "  weft history show 12 --workflow again.weft.json"})
final class HistoryShowCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID", description = "The run's number.")
    private RunId id = new RunId(1);

    @Option(
            names = "--workflow",
            paramLabel = "FILE",
            description = "Write the workflow, as it was run, into this file.")
    private @Nullable Path workflow;

    @Option(names = "--json", description = "Print a JSON object instead.")
    private boolean json;

    HistoryShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (QueueStore store = new QueueAccess(session).open()) {
            Optional<RunDetails> details = store.history().find(id);
            if (details.isEmpty()) {
                session.complain(
                        "there is no run " + id + "; 'weft history' and 'weft queue' list those that there are");
                return ExitCode.FAILED;
            }
            PrintStream out = session.terminal().out();
            if (json) {
                out.println(RunJson.of(details.get()));
            } else {
                new RunStory(details.get(), session.terminal().unicode())
                        .lines()
                        .forEach(out::println);
            }
            Path file = workflow;
            return file == null ? ExitCode.DONE : write(store.queue().workflow(id), file);
        }
    }

    private int write(String text, Path file) {
        try {
            WorkflowFile.write(file, WorkflowReader.parse(text, "run " + id));
            return ExitCode.DONE;
        } catch (IOException | WorkflowFormatException e) {
            session.complain(String.valueOf(e.getMessage()));
            return ExitCode.FAILED;
        }
    }
}
