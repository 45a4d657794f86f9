package dev.weft.cli;

import dev.weft.runtime.queue.Cancelled;
import dev.weft.runtime.queue.Queue;
import dev.weft.runtime.queue.QueueStore;
import dev.weft.runtime.queue.RunId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `weft queue`, with the commands that change what waits or runs.
@Command(
        name = "queue",
        header = "Keeps runs in line and carries them out.",
        description = {
            "",
            "What 'weft queue add' has accepted is not lost, whatever happens to the machine. 'weft queue run' carries it"
                    + " out; several may do so at a time. Without a command, the queue is listed."
        },
        synopsisSubcommandLabel = "[COMMAND]",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  weft queue add examples/style-aligned.weft.json --set sampler.seed=7",
            "  weft queue run --watch",
            "  weft queue cancel 12",
        })
final class QueueCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    private @Nullable CommandSpec command;

    QueueCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return list(false);
    }

    /// Lists what runs and what waits.
    @Command(name = "list", header = "Lists what runs, and what waits in the order in which it will run.")
    int list(@Option(names = "--json", description = "Print one JSON object a line and run instead.") boolean json) {
        try (QueueStore store = open()) {
            QueueListing listing = new QueueListing(session, store.queue());
            if (json) {
                listing.json();
            } else {
                listing.people();
            }
        }
        return ExitCode.DONE;
    }

    /// Lets workers take no further run.
    @Command(name = "pause", header = "Lets workers take no further run. What is running goes on.")
    int pause() {
        return change("The queue is paused.", Queue::pause);
    }

    /// Lets workers take runs again.
    @Command(name = "resume", header = "Lets workers take runs again.")
    int resume() {
        return change("Workers take runs again.", Queue::resume);
    }

    /// Cancels runs.
    @Command(name = "cancel", header = "Cancels runs: at once if they wait, within a step if they are running.")
    int cancel(@ArgGroup(multiplicity = "1") Chosen chosen) {
        try (QueueStore store = open()) {
            List<RunId> ids = chosen.ids();
            if (ids.isEmpty()) {
                List<RunId> cancelled = store.queue().cancelAll();
                say(RunWords.count(cancelled.size()) + " cancelled.");
                return ExitCode.DONE;
            }
            for (RunId id : ids) {
                switch (store.queue().cancel(id)) {
                    case Cancelled.BeforeItBegan() -> say("Run " + id + " is cancelled.");
                    case Cancelled.Asked() -> say("Run " + id + " is being stopped.");
                    case Cancelled.TooLate tooLate -> say("Run " + id + " is over already: " + tooLate.status() + ".");
                }
            }
        }
        return ExitCode.DONE;
    }

    /// Puts runs that are over back into the queue.
    @Command(
            name = "retry",
            header = "Puts runs that are over back into the queue; --all means all that were interrupted.")
    int retry(@ArgGroup(multiplicity = "1") Chosen chosen) {
        try (QueueStore store = open()) {
            if (chosen.ids().isEmpty()) {
                say(RunWords.count(store.queue().retryInterrupted().size()) + " put back into the queue.");
                return ExitCode.DONE;
            }
            for (RunId id : chosen.ids()) {
                store.queue().retry(id);
                say("Run " + id + " waits again.");
            }
        }
        return ExitCode.DONE;
    }

    /// Puts a run before all others.
    @Command(name = "front", header = "Puts a waiting run before all others.")
    int front(@Parameters(paramLabel = "ID", description = "The run's number.") RunId id) {
        return change("Run " + id + " is the next.", queue -> queue.front(id));
    }

    /// Puts a run next to another.
    @Command(name = "move", header = "Puts a waiting run right before or after another, whose priority it takes.")
    int move(
            @Parameters(paramLabel = "ID", description = "The run's number.") RunId id,
            @Option(names = "--before", paramLabel = "ID", description = "Put it before this one.") @Nullable
                    RunId before,
            @Option(names = "--after", paramLabel = "ID", description = "Put it after this one.") @Nullable
                    RunId after) {
        if (before != null && after == null) {
            return change("Run " + id + " comes before run " + before + ".", queue -> queue.moveBefore(id, before));
        }
        if (after != null && before == null) {
            return change("Run " + id + " comes after run " + after + ".", queue -> queue.moveAfter(id, after));
        }
        throw usage("say where to with either --before ID or --after ID");
    }

    /// Gives a run another priority.
    @Command(name = "priority", header = "Gives a waiting run another priority; higher ones go first.")
    int priority(
            @Parameters(index = "0", paramLabel = "ID", description = "The run's number.") RunId id,
            @Parameters(index = "1", paramLabel = "N", description = "Its priority; 0 is ordinary.") int priority) {
        return change("Run " + id + " has priority " + priority + ".", queue -> queue.prioritise(id, priority));
    }

    /// Takes runs out of the queue.
    @Command(name = "remove", header = "Takes waiting runs out of the queue as if they had never been added.")
    int remove(@Parameters(paramLabel = "ID", arity = "1..*", description = "Numbers of runs.") List<RunId> ids) {
        try (QueueStore store = open()) {
            for (RunId id : ids) {
                store.queue().remove(id);
                say("Run " + id + " is removed.");
            }
        }
        return ExitCode.DONE;
    }

    private int change(String done, Change change) {
        try (QueueStore store = open()) {
            change.make(store.queue());
        }
        say(done);
        return ExitCode.DONE;
    }

    private QueueStore open() {
        return new QueueAccess(session).open();
    }

    private void say(String sentence) {
        session.terminal().out().println(sentence);
    }

    private ParameterException usage(String message) {
        CommandSpec known = command;
        if (known == null) {
            throw new IllegalStateException("picocli gives every command its specification");
        }
        return new ParameterException(known.subcommands().get("move"), message);
    }

    @FunctionalInterface
    private interface Change {
        void make(Queue queue);
    }

    /// Runs that are named, or all.
    static final class Chosen {
        @Parameters(paramLabel = "ID", arity = "1..*", description = "Numbers of runs.")
        private List<RunId> ids = List.of();

        @Option(names = "--all", description = "All of them.")
        private boolean all;

        /// None for all.
        List<RunId> ids() {
            return all ? List.of() : ids;
        }
    }
}
