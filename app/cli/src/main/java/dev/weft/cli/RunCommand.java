package dev.weft.cli;

import dev.weft.cli.WorkflowRun.Telling;
import dev.weft.models.backend.BackendSettings;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.execution.CancellationToken;
import dev.weft.runtime.profile.Profiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weft run`.
@Command(
        name = "run",
        header = "Runs workflows and saves what they make.",
        description = {
            "",
            "Files run in the given order; a file that fails does not keep the next from running. Results are listed"
                    + " on standard output, progress and problems go to standard error."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  weft run examples/style-aligned.weft.json",
            "  weft run a.weft.json b.weft.json --output pictures",
            "  weft run a.weft.json --set sampler.seed=7 --set \"prompts.text=a red house\"",
            "  weft run a.weft.json --only save --only \"Contact sheet\"",
            "  weft run a.weft.json --events json | jq -r 'select(.event == \"file_saved\").path'"
        })
final class RunCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ExecutionOptions execution = new ExecutionOptions();

    @Mixin
    private CacheOptions cache = new CacheOptions();

    @Mixin
    private ChoiceOptions choice = new ChoiceOptions();

    @Mixin
    private ProfileOptions profile = new ProfileOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Workflow files, *.weft.json.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private AssignmentOptions assignments = new AssignmentOptions();

    @Mixin
    private ModelMemoryOptions memory = new ModelMemoryOptions();

    @Mixin
    private BatchOptions batch = new BatchOptions();

    @Option(
            names = "--events",
            paramLabel = "FORMAT",
            description = "Write events for programs to standard output instead, as JSON objects, one a line. The only"
                    + " format is json.")
    private @Nullable EventFormat events;

    @Option(
            names = {"-q", "--quiet"},
            description = "Tell of problems only.")
    private boolean quiet;

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Assignment> wanted = assignments.all();
        BackendSettings settings =
                execution.settings(session).withModelMemory(memory.budget()).withMaxBatch(batch.limit());
        List<GivenFile> given = files.stream().map(GivenFile::read).toList();
        int code;
        try (WeftRuntime runtime = session.start(common, execution.output(), settings, cache.settings())) {
            code = measured(set(given, runtime, wanted), runtime);
        }
        if (common.verbose()) {
            session.terminal().err().println(TimeSpent.by(settings.clock()));
        }
        return code;
    }

    private int measured(List<GivenFile> given, WeftRuntime runtime) {
        if (!profile.wanted()) {
            return run(given, runtime);
        }
        Profiler profiler = runtime.startProfile();
        int code = run(given, runtime);
        new ProfileReport(session, given, profile.trace(execution.output())).tell(profiler.stop());
        return code;
    }

    private List<GivenFile> set(List<GivenFile> given, WeftRuntime runtime, List<Assignment> wanted) {
        try {
            return GivenFile.set(given, new Assignments(runtime.nodeTypes()), wanted);
        } catch (AssignmentException e) {
            throw execution.usage(String.valueOf(e.getMessage()));
        }
    }

    private int run(List<GivenFile> given, WeftRuntime runtime) {
        CancellationToken cancellation = new CancellationToken();
        Telling telling = events != null ? Telling.JSON : quiet ? Telling.QUIET : Telling.PEOPLE;
        WorkflowRun run = new WorkflowRun(session, runtime, execution.output(), telling, cancellation);
        try (Interruption interruption = new Interruption(cancellation)) {
            int worst = ExitCode.DONE;
            for (GivenFile file : given) {
                if (!cancellation.requested()) {
                    worst = Math.max(worst, run.run(file, choice.choice()));
                }
            }
            return interruption.exitCode().orElse(worst);
        }
    }
}
