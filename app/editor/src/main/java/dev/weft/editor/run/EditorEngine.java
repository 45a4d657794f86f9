package dev.weft.editor.run;

import com.google.inject.Inject;
import com.google.inject.Provider;
import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.BatchLimit;
import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.Installation;
import dev.weft.runtime.RuntimeSettings;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.execution.CancellationToken;
import dev.weft.runtime.queue.RefusedRunException;
import dev.weft.runtime.queue.RunEngine;
import dev.weft.runtime.queue.RunObserver;
import dev.weft.runtime.queue.RunSettings;
import dev.weft.runtime.queue.RuntimeEngine;
import dev.weft.runtime.queue.TakenRun;

/// Carries runs out with the runtime of the editor, whose models and results stay open between them; those that
/// were
/// accepted elsewhere and want other folders or another backend with one of their own.
final class EditorEngine implements RunEngine, AutoCloseable {
    private final Installation installation;
    private final Provider<WeftRuntime> runtime;
    private final RuntimeEngine foreign = new RuntimeEngine(this::start);

    @Inject
    EditorEngine(Installation installation, Provider<WeftRuntime> runtime) {
        this.installation = installation;
        this.runtime = runtime;
    }

    /// What runs of the editor need beside their workflow.
    RunSettings settings() {
        RuntimeSettings settings = runtime.get().settings();
        return RunSettings.into(settings.folders().output(), settings.folders().input());
    }

    @Override
    public Outcome run(TakenRun run, CancellationToken cancellation, RunObserver observer) {
        return isOurs(run.run().settings())
                ? RuntimeEngine.carryOut(runtime.get(), run, cancellation, observer)
                : foreign.run(run, cancellation, observer);
    }

    private boolean isOurs(RunSettings wanted) {
        RunSettings ours = settings();
        return wanted.output().equals(ours.output())
                && wanted.input().equals(ours.input())
                && wanted.models().equals(ours.models())
                && wanted.backend().equals(ours.backend())
                && wanted.maxBatch().equals(ours.maxBatch());
    }

    private WeftRuntime start(RunSettings wanted) throws RefusedRunException {
        RuntimeSettings ours = runtime.get().settings();
        try {
            BackendSettings backend = BackendSettings.of(BackendChoice.parse(wanted.backend()))
                    .withLibraryFolder(installation.libraries())
                    .withMaxBatch(BatchLimit.parse(wanted.maxBatch()));
            return WeftRuntime.start(new RuntimeSettings(
                    installation.folders(wanted.models(), wanted.output(), wanted.input()),
                    backend,
                    ours.cache(),
                    ours.plugins()));
        } catch (IllegalArgumentException e) {
            throw new RefusedRunException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        foreign.close();
    }
}
