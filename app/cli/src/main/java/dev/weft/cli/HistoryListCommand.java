package dev.weft.cli;

import dev.weft.runtime.queue.HistoryPage;
import dev.weft.runtime.queue.HistoryQuery;
import dev.weft.runtime.queue.HistoryQuery.Sort;
import dev.weft.runtime.queue.QueueStore;
import dev.weft.runtime.queue.QueuedRun;
import dev.weft.runtime.queue.RunState;
import dev.weft.runtime.queue.RunStatus;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `weft history list`.
@Command(
        name = "list",
        header = "Lists runs that are over, the newest first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  weft history list --limit 5 --offset 20",
            "  weft history list --status failed --status interrupted",
            "  weft history list --sort duration --json",
        })
final class HistoryListCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    private @Nullable CommandSpec command;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "List at most so many. Default: ${DEFAULT-VALUE}")
    private int limit = 20;

    @Option(
            names = "--offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Leave out so many before. Default: ${DEFAULT-VALUE}")
    private int offset;

    @Option(
            names = "--status",
            paramLabel = "STATE",
            description = "List only runs that ended so: ${COMPLETION-CANDIDATES}. May be given several times.")
    private Set<RunStatus> statuses = new LinkedHashSet<>();

    @Option(
            names = "--sort",
            paramLabel = "WHAT",
            defaultValue = "accepted",
            description = "Sort by when they were accepted, or by their duration. Default: ${DEFAULT-VALUE}")
    private Sort sort = Sort.ACCEPTED;

    @Option(names = "--ascending", description = "Begin with the oldest, or the shortest.")
    private boolean ascending;

    @Option(names = "--json", description = "Print one JSON object a line and run instead.")
    private boolean json;

    HistoryListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        HistoryQuery query = query();
        HistoryPage page;
        try (QueueStore store = new QueueAccess(session).open()) {
            page = store.history().list(query);
        }
        PrintStream out = session.terminal().out();
        if (json) {
            page.runs().forEach(run -> out.println(RunJson.of(run)));
        } else {
            tell(page, out);
        }
        return ExitCode.DONE;
    }

    private HistoryQuery query() {
        try {
            return new HistoryQuery(statuses, sort, ascending, offset, limit);
        } catch (IllegalArgumentException e) {
            CommandSpec known = command;
            if (known == null) {
                throw new IllegalStateException("picocli gives every command its specification", e);
            }
            throw new ParameterException(
                    known.commandLine(), "--limit and --offset are numbers from 0, not " + limit + " and " + offset, e);
        }
    }

    private void tell(HistoryPage page, PrintStream out) {
        if (page.runs().isEmpty()) {
            out.println(page.total() == 0 ? "There is nothing to tell of." : "There are only " + page.total() + ".");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("RUN", "STATE", "ENDED", "TOOK", "ATTEMPTS", "TITLE"));
        page.runs().forEach(run -> rows.add(row(run)));
        new TextTable(rows).lines(session.terminal().columns()).forEach(out::println);
        if (page.more()) {
            out.println("These are " + (page.offset() + 1) + " to "
                    + (page.offset() + page.runs().size()) + " of " + page.total() + "; --offset "
                    + (page.offset() + page.runs().size()) + " lists those that follow.");
        }
    }

    private static List<String> row(QueuedRun run) {
        return List.of(
                run.id().toString(),
                RunWords.state(run),
                run.state() instanceof RunState.Over over ? RunWords.time(over.ended()) : "",
                RunWords.took(run),
                run.attempts() > 1 ? Integer.toString(run.attempts()) : "",
                RunWords.title(run));
    }
}
