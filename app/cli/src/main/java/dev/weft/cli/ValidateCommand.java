package dev.weft.cli;

import dev.weft.graph.validation.Plan;
import dev.weft.graph.validation.Problem;
import dev.weft.graph.validation.Validation;
import dev.weft.graph.validation.Validator;
import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.runtime.WeftRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `weft validate`.
@Command(
        name = "validate",
        header = "Checks workflows without running them.",
        description = {"", "Tells of all problems at once, each with the node, the port and what to do."},
        footerHeading = "%nExamples:%n",
        footer = "  weft validate examples/*.weft.json")
final class ValidateCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Workflow files, *.weft.json.")
    private List<Path> files = new ArrayList<>();

    ValidateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        WeftRuntime runtime =
                session.start(common, Path.of("output"), BackendSettings.of(new BackendChoice.Automatic()));
        int worst = ExitCode.DONE;
        for (Path file : files) {
            worst = Math.max(worst, validate(GivenFile.read(file), runtime));
        }
        return worst;
    }

    private int validate(GivenFile file, WeftRuntime runtime) {
        return switch (file) {
            case GivenFile.Refused refused -> {
                session.complain(refused.problem());
                yield ExitCode.INVALID;
            }
            case GivenFile.Loaded loaded ->
                switch (new Validator(runtime.nodeTypes()).validate(loaded.workflow())) {
                    case Validation.Valid valid -> {
                        int count = valid.plan().nodes().size();
                        session.terminal()
                                .out()
                                .println(file.path() + ": valid, runs " + count + (count == 1 ? " node" : " nodes"));
                        yield ExitCode.DONE;
                    }
                    case Validation.Invalid invalid -> {
                        for (Problem problem : invalid.problems()) {
                            session.complain(file.path() + ": " + runtime.explain(problem));
                        }
                        invalid.soundPart()
                                .ifPresent(plan -> session.terminal().out().println(soundPart(file, plan)));
                        yield ExitCode.INVALID;
                    }
                };
        };
    }

    private static String soundPart(GivenFile file, Plan plan) {
        List<String> targets = plan.targets();
        int shown = 8;
        String names = String.join(", ", targets.stream().limit(shown).toList())
                + (targets.size() > shown ? " and " + (targets.size() - shown) + " more" : "");
        return file.path() + ": 'weft run --partly' would run " + names + " all the same";
    }
}
