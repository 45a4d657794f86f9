package dev.weft.cli;

import dev.weft.runtime.queue.QueueStore;
import dev.weft.runtime.queue.RunId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `weft history`, with the commands that forget runs.
@Command(
        name = "history",
        header = "Tells of runs of the queue that are over.",
        description = {"", "Without a command, the last twenty are listed."},
        synopsisSubcommandLabel = "[COMMAND]",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  weft history list --status failed",
            "  weft history show 12",
            "  weft history show 12 --workflow again.weft.json",
        })
final class HistoryCommand implements Callable<Integer> {
    private final Session session;

    HistoryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return new HistoryListCommand(session).call();
    }

    /// Forgets runs.
    @Command(name = "delete", header = "Forgets runs that are over. Files that they saved stay.")
    int delete(@Parameters(paramLabel = "ID", arity = "1..*", description = "Numbers of runs.") List<RunId> ids) {
        try (QueueStore store = new QueueAccess(session).open()) {
            for (RunId id : ids) {
                store.history().delete(id);
                session.terminal().out().println("Run " + id + " is forgotten.");
            }
        }
        return ExitCode.DONE;
    }

    /// Forgets every run.
    @Command(name = "clear", header = "Forgets every run that is over. Files that they saved stay.")
    int clear() {
        try (QueueStore store = new QueueAccess(session).open()) {
            session.terminal().out().println(RunWords.count(store.history().clear()) + " forgotten.");
        }
        return ExitCode.DONE;
    }
}
