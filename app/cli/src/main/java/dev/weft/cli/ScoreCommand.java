package dev.weft.cli;

import dev.weft.cli.WorkflowRun.Telling;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonBoolean;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import dev.weft.models.backend.BackendSettings;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.execution.CancellationToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weft score`: runs a workflow of one node, `stylealigned:score_folder`, for each folder.
@Command(
        name = "score",
        header = "Scores sets of pictures: how alike in style they are, and how well they fit their prompts.",
        description = {
            "",
            "The pictures in a folder are one set. Set consistency is the mean cosine of the DINO embeddings of all"
                    + " pairs, text alignment the mean cosine of the CLIP embeddings of picture and prompt, both as the"
                    + " StyleAligned paper measures them. Pictures that Weft has saved bring their prompts along. The"
                    + " table, the same as JSON, and a picture of all pairs are saved, and the table is printed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  weft score output",
            "  weft score photographs --prompts prompts.txt",
            "  weft score plain shared --json | jq .set_consistency"
        })
final class ScoreCommand implements Callable<Integer> {
    private static final NodeTypeId SCORE_FOLDER = NodeTypeId.parse("stylealigned:score_folder");

    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ExecutionOptions execution = new ExecutionOptions();

    @Mixin
    private ModelMemoryOptions memory = new ModelMemoryOptions();

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders of PNG, JPEG, BMP and GIF files.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--prompts",
            paramLabel = "FILE",
            description = "Compare pictures with the lines of this file: one for all, or one for each in the order of"
                    + " the file names.")
    private @Nullable Path prompts;

    @Option(
            names = "--whole-prompts",
            description = "Compare pictures with whole prompts. Otherwise only what stands before the first comma"
                    + " counts, so that words of style do not.")
    private boolean wholePrompts;

    @Option(
            names = "--judges",
            paramLabel = "NAME",
            defaultValue = "starter",
            description = "The models that judge: a model with a folder metrics, or a folder among the models that"
                    + " holds dino and clip. Default: ${DEFAULT-VALUE}")
    private String judges = "starter";

    @Option(names = "--json", description = "Print one JSON object for each set instead of tables.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show no progress.")
    private boolean quiet;

    ScoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String texts = prompts();
        BackendSettings settings = execution.settings(session).withModelMemory(memory.budget());
        try (WeftRuntime runtime = session.start(common, execution.output(), settings)) {
            CancellationToken cancellation = new CancellationToken();
            try (Interruption interruption = new Interruption(cancellation)) {
                int worst = ExitCode.DONE;
                for (Path folder : folders) {
                    if (!cancellation.requested()) {
                        worst = Math.max(worst, score(folder, texts, runtime, cancellation));
                    }
                }
                return interruption.exitCode().orElse(worst);
            }
        } finally {
            if (common.verbose()) {
                session.terminal().err().println(TimeSpent.by(settings.clock()));
            }
        }
    }

    private int score(Path folder, String texts, WeftRuntime runtime, CancellationToken cancellation) {
        Telling telling = quiet ? Telling.QUIET : Telling.PROGRESS;
        WorkflowRun run = new WorkflowRun(session, runtime, execution.output(), telling, cancellation);
        int code = run.run(new GivenFile.Loaded(folder, workflow(folder, texts)));
        for (Path file : run.saved()) {
            if (file.toString().endsWith(json ? ".json" : ".txt")) {
                print(file);
            }
        }
        if (!json) {
            run.saved().forEach(file -> session.terminal().out().println("Saved " + WorkflowRun.relative(file)));
        }
        return code;
    }

    private Workflow workflow(Path folder, String texts) {
        Map<String, JsonValue> parameters = new LinkedHashMap<>();
        parameters.put(
                "folder", new JsonString(folder.toAbsolutePath().normalize().toString()));
        parameters.put("prompts", new JsonString(texts));
        parameters.put("subject_only", new JsonBoolean(!wholePrompts));
        parameters.put("judges", new JsonString(judges));
        return Workflow.of(List.of(Node.of("score", SCORE_FOLDER, 1, parameters)), List.of());
    }

    private void print(Path file) {
        try {
            session.terminal().out().print(Files.readString(file));
        } catch (IOException e) {
            session.complain("the report " + file + " cannot be read again (" + e.getMessage() + ")");
        }
    }

    private String prompts() {
        Path file = prompts;
        if (file == null) {
            return "";
        }
        try {
            String texts = Files.readString(file);
            if (texts.isBlank()) {
                throw execution.usage("--prompts: the file " + file + " holds no prompt");
            }
            return texts;
        } catch (IOException e) {
            throw execution.usage("--prompts: the file " + file + " cannot be read as UTF-8 text; check its name");
        }
    }
}
