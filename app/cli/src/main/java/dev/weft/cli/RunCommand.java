package dev.weft.cli;

import dev.weft.cli.WorkflowRun.Telling;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.BatchLimit;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.execution.CancellationToken;
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

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Workflow files, *.weft.json.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "NODE.PARAM=VALUE",
            description = {
                "Set a parameter of the node with this id or title, in every file that has it. Texts are taken as they"
                        + " are, so a line break in the argument is one in the text. A link to the parameter gives way. May be"
                        + " given several times.",
            })
    private List<String> assignments = new ArrayList<>();

    @Option(
            names = "--max-batch",
            paramLabel = "N",
            defaultValue = "auto",
            description =
                    "Run at most N rows through the denoising network at once, or auto for as many as fit into free"
                            + " memory. A picture takes two rows where guidance is used. Results stay the same. Default:"
                            + " ${DEFAULT-VALUE}")
    private String maxBatch = "auto";

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
        List<Assignment> wanted = assignments.stream().map(this::assignment).toList();
        BackendSettings settings = backendSettings();
        List<GivenFile> given = files.stream().map(GivenFile::read).toList();
        int code;
        try (WeftRuntime runtime = session.start(common, execution.output(), settings, cache.settings())) {
            code = run(set(given, runtime, wanted), runtime);
        }
        if (common.verbose()) {
            session.terminal().err().println(TimeSpent.by(settings.clock()));
        }
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

    private Assignment assignment(String text) {
        try {
            return Assignment.parse(text);
        } catch (IllegalArgumentException e) {
            throw execution.usage("--set " + e.getMessage());
        }
    }

    private BackendSettings backendSettings() {
        BatchLimit rows;
        try {
            rows = BatchLimit.parse(maxBatch);
        } catch (IllegalArgumentException e) {
            throw execution.usage("--max-batch: " + e.getMessage());
        }
        return execution.settings(session).withMaxBatch(rows);
    }
}
