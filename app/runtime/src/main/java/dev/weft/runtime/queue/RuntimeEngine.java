package dev.weft.runtime.queue;

import dev.weft.graph.Workflow;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.graph.json.WorkflowReader;
import dev.weft.graph.validation.Plan;
import dev.weft.graph.validation.Validation;
import dev.weft.graph.validation.Validator;
import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.execution.CancellationToken;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Carries out runs with a [WeftRuntime]. It is kept, with its models and results, as long as the next run
/// wants the
/// same folders and backend; else another one takes its place.
public final class RuntimeEngine implements RunEngine, AutoCloseable {
    private final Starter starter;
    private @Nullable Started started;

    /// Assembles a runtime for runs of these settings.
    @FunctionalInterface
    public interface Starter {
        /// Assembles one, which the engine closes.
        ///
        /// @throws RefusedRunException if there can be none
        WeftRuntime start(RunSettings settings) throws RefusedRunException;
    }

    public RuntimeEngine(Starter starter) {
        this.starter = starter;
    }

    @Override
    public Outcome run(TakenRun taken, CancellationToken cancellation, RunObserver observer) {
        QueuedRun run = taken.run();
        try {
            Workflow workflow = WorkflowReader.parse(taken.workflow(), run.title());
            return carryOut(runtime(run.settings()), taken, workflow, cancellation, observer);
        } catch (WorkflowFormatException | RefusedRunException e) {
            observer.refused(String.valueOf(e.getMessage()));
            return Outcome.FAILED;
        }
    }

    /// Carries out a run with a runtime that somebody else keeps, whatever the run's settings say of folders
    /// and
    /// backend.
    public static Outcome carryOut(
            WeftRuntime runtime, TakenRun taken, CancellationToken cancellation, RunObserver observer) {
        try {
            Workflow workflow =
                    WorkflowReader.parse(taken.workflow(), taken.run().title());
            return carryOut(runtime, taken, workflow, cancellation, observer);
        } catch (WorkflowFormatException e) {
            observer.refused(String.valueOf(e.getMessage()));
            return Outcome.FAILED;
        }
    }

    private static Outcome carryOut(
            WeftRuntime runtime,
            TakenRun taken,
            Workflow workflow,
            CancellationToken cancellation,
            RunObserver observer) {
        RunSettings settings = taken.run().settings();
        return switch (validate(workflow, runtime, settings)) {
            case Validation.Valid valid -> execute(runtime, valid.plan(), cancellation, observer);
            case Validation.Invalid invalid -> {
                invalid.problems().stream().map(runtime::explain).forEach(observer::refused);
                yield settings.partly()
                        ? invalid.soundPart()
                                .map(plan -> execute(runtime, plan, cancellation, observer))
                                .filter(outcome -> outcome == Outcome.CANCELLED)
                                .orElse(Outcome.FAILED)
                        : Outcome.FAILED;
            }
        };
    }

    private static Validation validate(Workflow workflow, WeftRuntime runtime, RunSettings settings) {
        Validator validator = new Validator(runtime.nodeTypes());
        return settings.targets().isEmpty()
                ? validator.validate(workflow)
                : validator.validateUpTo(workflow, settings.targets());
    }

    private static Outcome execute(
            WeftRuntime runtime, Plan plan, CancellationToken cancellation, RunObserver observer) {
        observer.planned(plan);
        return runtime.executor().execute(plan, cancellation, observer::event, observer::previewing);
    }

    private WeftRuntime runtime(RunSettings settings) throws RefusedRunException {
        Surroundings wanted = Surroundings.of(settings);
        Started current = started;
        if (current != null && current.surroundings().equals(wanted)) {
            return current.runtime();
        }
        close();
        WeftRuntime runtime = starter.start(settings);
        started = new Started(wanted, runtime);
        return runtime;
    }

    /// Closes the runtime, if there is one, and with it the models that it has opened.
    @Override
    public void close() {
        Started current = started;
        started = null;
        if (current != null) {
            current.runtime().close();
        }
    }

    /// What a runtime is assembled for.
    private record Surroundings(Path output, Path input, List<Path> models, String backend, String maxBatch) {
        static Surroundings of(RunSettings settings) {
            return new Surroundings(
                    settings.output(), settings.input(), settings.models(), settings.backend(), settings.maxBatch());
        }
    }

    private record Started(Surroundings surroundings, WeftRuntime runtime) {}
}
