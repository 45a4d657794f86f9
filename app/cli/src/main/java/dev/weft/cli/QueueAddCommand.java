package dev.weft.cli;

import dev.weft.graph.Workflow;
import dev.weft.graph.json.WorkflowWriter;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.validation.Validation;
import dev.weft.models.backend.BackendSettings;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.queue.QueueStore;
import dev.weft.runtime.queue.RunId;
import dev.weft.runtime.queue.RunSettings;
import dev.weft.runtime.queue.Submission;
import dev.weft.runtime.queue.Submission.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weft queue add`.
@Command(
        name = "add",
        header = "Adds workflows to the queue.",
        description = {
            "",
            "Each is checked, and kept as it is now: what is done to its file later does not matter. One that cannot run"
                    + " is not added, and does not keep the others from it. Folders are remembered as seen from here."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  weft queue add a.weft.json b.weft.json --output pictures",
            "  weft queue add a.weft.json --set sampler.seed=7 --priority 5",
        })
final class QueueAddCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ExecutionOptions execution = new ExecutionOptions();

    @Mixin
    private ChoiceOptions choice = new ChoiceOptions();

    @Mixin
    private AssignmentOptions assignments = new AssignmentOptions();

    @Mixin
    private BatchOptions batch = new BatchOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Workflow files, *.weft.json.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--priority",
            paramLabel = "N",
            defaultValue = "0",
            description = "Runs of a higher priority go first. Default: ${DEFAULT-VALUE}")
    private int priority;

    @Option(names = "--front", description = "Put them before all that wait, whatever their priority.")
    private boolean front;

    QueueAddCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Assignment> wanted = assignments.all();
        BackendSettings backend = execution.settings(session).withMaxBatch(batch.limit());
        List<GivenFile> given = files.stream().map(GivenFile::read).toList();
        List<Submission> submissions = new ArrayList<>();
        int worst = ExitCode.DONE;
        try (WeftRuntime runtime = session.start(common, execution.output(), backend)) {
            for (GivenFile file : set(given, runtime.nodeTypes(), wanted)) {
                Optional<Submission> submission = check(file, runtime);
                submission.ifPresent(submissions::add);
                worst = submission.isPresent() ? worst : ExitCode.INVALID;
            }
        }
        if (!submissions.isEmpty()) {
            add(submissions);
        }
        return worst;
    }

    private void add(List<Submission> submissions) {
        try (QueueStore store = new QueueAccess(session).open(common.verbose())) {
            List<RunId> ids = store.queue().addAll(submissions);
            for (int i = 0; i < ids.size(); i++) {
                session.terminal()
                        .out()
                        .println("Run " + ids.get(i) + " waits: "
                                + submissions
                                        .get(i)
                                        .source()
                                        .map(Path::toString)
                                        .orElse(""));
            }
            if (store.queue().workers() == 0) {
                session.complain("no worker is there to take " + (ids.size() == 1 ? "it" : "them")
                        + "; 'weft queue run' starts one");
            }
        }
    }

    private List<GivenFile> set(List<GivenFile> given, NodeCatalog types, List<Assignment> wanted) {
        try {
            return GivenFile.set(given, new Assignments(types), wanted);
        } catch (AssignmentException e) {
            throw assignments.usage(String.valueOf(e.getMessage()));
        }
    }

    private Optional<Submission> check(GivenFile file, WeftRuntime runtime) {
        return switch (file) {
            case GivenFile.Refused refused -> {
                session.complain(refused.problem());
                yield Optional.empty();
            }
            case GivenFile.Loaded loaded ->
                switch (choice.choice().validate(loaded.workflow(), runtime.nodeTypes())) {
                    case Validation.Valid _ -> Optional.of(submission(loaded));
                    case Validation.Invalid invalid -> {
                        invalid.problems()
                                .forEach(problem -> session.complain(loaded.path() + ": " + runtime.explain(problem)));
                        yield choice.choice().partly() && invalid.soundPart().isPresent()
                                ? Optional.of(submission(loaded))
                                : Optional.empty();
                    }
                };
        };
    }

    private Submission submission(GivenFile.Loaded file) {
        Workflow workflow = file.workflow();
        Path source = file.path().toAbsolutePath().normalize();
        RunSettings settings = new RunSettings(
                execution.output(),
                Path.of(""),
                common.models(),
                execution.backend(),
                batch.text(),
                assignments.texts(),
                choice.choice().targets(workflow),
                choice.choice().partly());
        Place place = front ? new Place.Front() : new Place.Back(priority);
        return new Submission(
                title(workflow, source), Optional.of(source), WorkflowWriter.toText(workflow), settings, place);
    }

    private static String title(Workflow workflow, Path source) {
        return workflow.title().isBlank()
                ? String.valueOf(source.getFileName()).replaceFirst("(\\.weft)?\\.json$", "")
                : workflow.title();
    }
}
