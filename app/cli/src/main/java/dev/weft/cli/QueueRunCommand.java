package dev.weft.cli;

import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.BatchLimit;
import dev.weft.models.backend.MemoryBudget;
import dev.weft.nodes.api.Folders;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.cache.CacheSettings;
import dev.weft.runtime.execution.CancellationToken;
import dev.weft.runtime.queue.QueueStore;
import dev.weft.runtime.queue.RefusedRunException;
import dev.weft.runtime.queue.RunSettings;
import dev.weft.runtime.queue.RuntimeEngine;
import dev.weft.runtime.queue.Worker;
import dev.weft.runtime.queue.Worker.Patience;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `weft queue run`.
@Command(
        name = "run",
        header = "Carries out the runs in the queue, one after another.",
        description = {
            "",
            "Several may do so at a time, each run is taken by one. Ctrl-C stops, and interrupts the run that is under"
                    + " way; 'weft queue retry' puts it back into the queue."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  weft queue run", "  weft queue run --watch --requeue-interrupted"})
final class QueueRunCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private CacheOptions cache = new CacheOptions();

    @Mixin
    private ModelMemoryOptions memory = new ModelMemoryOptions();

    @Option(names = "--watch", description = "Wait for further runs when none is left.")
    private boolean watch;

    @Option(
            names = "--requeue-interrupted",
            description = "Before all else, put runs back into the queue that were interrupted.")
    private boolean requeue;

    @Option(
            names = {"-q", "--quiet"},
            description = "Tell of problems only.")
    private boolean quiet;

    QueueRunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        CacheSettings kept = cache.settings();
        session.log(common);
        MemoryBudget budget = memory.budget();
        CancellationToken stop = new CancellationToken();
        QueueRunView view = new QueueRunView(session, quiet, stop);
        try (QueueStore store = new QueueAccess(session).open(common.verbose());
                RuntimeEngine engine = new RuntimeEngine(settings -> start(settings, kept, budget));
                Worker worker = store.worker();
                Interruption interruption = new Interruption(stop)) {
            if (requeue) {
                store.queue().retryInterrupted();
            }
            if (watch && !quiet) {
                session.terminal().err().println("Waiting for runs; Ctrl-C stops.");
            }
            Worker.Ending ending = worker.work(watch ? Patience.WAIT : Patience.STOP, engine, view::of, stop);
            if (ending == Worker.Ending.PAUSED) {
                session.complain("the queue is paused; 'weft queue resume' lets workers take runs again");
            } else if (ending == Worker.Ending.EMPTY && view.runs() == 0 && !quiet) {
                session.terminal().out().println("The queue is empty.");
            }
            return interruption.exitCode().orElse(view.exitCode());
        }
    }

    private WeftRuntime start(RunSettings settings, CacheSettings kept, MemoryBudget budget)
            throws RefusedRunException {
        Optional<String> unwritable = OutputFolder.problem(settings.output());
        if (unwritable.isPresent()) {
            throw new RefusedRunException(unwritable.get());
        }
        List<Path> models = new ArrayList<>(settings.models());
        models.addAll(common.models());
        Folders folders = session.installation().folders(models, settings.output(), settings.input());
        return session.start(common, folders, backend(settings).withModelMemory(budget), kept);
    }

    /// The queue may hold what another version of Weft has accepted.
    private BackendSettings backend(RunSettings settings) throws RefusedRunException {
        try {
            return BackendSettings.of(BackendChoice.parse(settings.backend()))
                    .withLibraryFolder(session.installation().libraries())
                    .withMaxBatch(BatchLimit.parse(settings.maxBatch()));
        } catch (IllegalArgumentException e) {
            throw new RefusedRunException(String.valueOf(e.getMessage()));
        }
    }
}
