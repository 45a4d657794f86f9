package dev.weft.cli;

import static dev.weft.cli.CommandLineRun.WORKFLOW;
import static dev.weft.cli.CommandLineRun.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.json.WorkflowFile;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.graph.json.WorkflowWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class QueueCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_was_added_is_run_in_line_and_told_of_afterwards() throws IOException {
        add("first");
        add("second", "--set", "say.text=set for this run");
        add("urgent", "--front");
        assertThat(weft("queue").outLines())
                .hasSize(4)
                .satisfies(lines -> assertThat(lines.get(1)).contains("waiting").endsWith("urgent"))
                .satisfies(lines -> assertThat(lines.get(3)).contains("waiting").endsWith("second"));
        CommandLineRun worker = weft("queue", "run");
        assertThat(worker.code()).isZero();
        assertThat(worker.err()).containsSubsequence("Run 3: urgent", "Run 1: first", "Run 2: second");
        assertThat(worker.out()).contains("Saved 1 file:", "second.txt", "Done in ");
        assertThat(folder.resolve("pictures/second.txt")).hasContent("set for this run");
        assertThat(weft("queue").out()).isEqualTo("The queue is empty." + System.lineSeparator());
        assertThat(weft("history").outLines())
                .hasSize(4)
                .satisfies(lines -> assertThat(lines.get(1)).contains("done").endsWith("urgent"));
        assertThat(weft("history", "show", "2").out())
                .contains("Run 2: second", "done after ", "say.text=set for this run", "Saved 1 file:", "second.txt")
                .contains("The words", "Probe slow", "Probe save");
    }

    @Test
    void the_workflow_is_kept_as_it_was_added_and_given_back() throws IOException, WorkflowFormatException {
        String file = add("a", "--set", "slow.steps=3");
        String before = WorkflowWriter.toText(WorkflowFile.read(Path.of(file)));
        Files.writeString(Path.of(file), "{}");
        assertThat(weft("queue", "run").code()).isZero();
        Path again = folder.resolve("again.weft.json");
        assertThat(weft("history", "show", "1", "--workflow", again.toString()).code())
                .isZero();
        assertThat(Files.readString(again)).isNotEqualTo(before).contains("\"steps\": 3");
        assertThat(WorkflowFile.read(again).nodes()).hasSize(3);
    }

    @Test
    void what_cannot_run_is_not_added_and_the_rest_is() {
        CommandLineRun run = weft(
                "queue",
                "add",
                file(folder, "bad.weft.json", WORKFLOW.replace("probe:slow", "magic:wand")),
                file(folder, "good.weft.json", WORKFLOW),
                file(folder, "none.weft.json", "{"));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("bad.weft.json: ", "magic:wand", "none.weft.json");
        assertThat(run.outLines())
                .singleElement()
                .asString()
                .startsWith("Run 1 waits: ")
                .endsWith("good.weft.json");
    }

    @Test
    void a_failure_is_told_with_its_node_and_does_not_keep_the_next_run_from_running() {
        String failing = WORKFLOW.replace("probe:slow", "probe:fail");
        weft("queue", "add", file(folder, "fails.weft.json", failing), "--output", output());
        add("good");
        CommandLineRun worker = weft("queue", "run");
        assertThat(worker.code()).isEqualTo(4);
        String sentence = "node 'slow' (Probe fail), 'in': the input does not please; try another";
        assertThat(worker.err()).contains("weft: run 1: " + sentence);
        assertThat(weft("history", "show", "1").out()).contains("failed after ", sentence, "skipped, as 'slow' failed");
        assertThat(weft("history", "list", "--status", "failed").outLines()).hasSize(2);
        assertThat(weft("history", "list", "--status", "done", "--json").outLines())
                .singleElement()
                .asString()
                .contains("\"run\": 2", "\"state\": \"done\"", "\"title\": \"good\"");
        weft("queue", "retry", "1");
        assertThat(weft("queue").out()).contains("waiting").contains("ATTEMPT");
    }

    @Test
    void a_run_that_became_invalid_fails_with_the_reason() {
        add("a", "--output", folder.resolve("a.weft.json").toString());
        CommandLineRun worker = weft("queue", "run", "--quiet");
        assertThat(worker.code()).isEqualTo(3);
        assertThat(worker.out()).isEmpty();
        assertThat(worker.err()).startsWith("weft: run 1: the output folder ").contains("cannot be made");
        assertThat(weft("history", "show", "1").out()).contains("What went wrong:", "the output folder ");
    }

    @Test
    void only_the_chosen_outputs_are_run_when_the_time_comes() {
        String file = file(folder, "a.weft.json", WORKFLOW);
        assertThat(weft("queue", "add", file, "--only", "nothing").code()).isEqualTo(3);
        assertThat(weft("queue", "add", file, "--only", "save", "--output", output())
                        .code())
                .isZero();
        assertThat(weft("queue", "run").code()).isZero();
        assertThat(weft("history", "show", "1").out()).contains("only       save");
    }

    @Test
    void the_queue_is_paused_reordered_and_cancelled() {
        Stream.of("a", "b", "c", "d").forEach(this::add);
        assertThat(weft("queue", "pause").out()).startsWith("The queue is paused.");
        assertThat(weft("queue", "run").err()).contains("the queue is paused; 'weft queue resume'");
        assertThat(weft("queue", "front", "3").out()).startsWith("Run 3 is the next.");
        assertThat(weft("queue", "move", "4", "--before", "1").out()).startsWith("Run 4 comes before run 1.");
        assertThat(weft("queue", "move", "1", "--after", "2").out()).startsWith("Run 1 comes after run 2.");
        assertThat(weft("queue", "list", "--json").outLines())
                .extracting(line -> line.replaceAll(".*\"run\": (\\d+).*", "$1"))
                .containsExactly("3", "4", "2", "1");
        assertThat(weft("queue", "priority", "1", "7").out()).startsWith("Run 1 has priority 7.");
        assertThat(weft("queue", "priority", "2", "-7").out()).startsWith("Run 2 has priority -7.");
        assertThat(weft("queue", "remove", "3").out()).startsWith("Run 3 is removed.");
        assertThat(weft("queue", "cancel", "4").out()).startsWith("Run 4 is cancelled.");
        assertThat(weft("queue", "cancel", "4").out()).startsWith("Run 4 is over already: cancelled.");
        assertThat(weft("queue", "cancel", "--all").out()).startsWith("2 runs cancelled.");
        assertThat(weft("queue", "resume").out()).startsWith("Workers take runs again.");
        assertThat(weft("history", "clear").out()).startsWith("3 runs forgotten.");
    }

    @Test
    void mistakes_are_told_in_one_sentence() {
        assertThat(weft("queue", "cancel", "9"))
                .isEqualTo(new CommandLineRun(4, "", "weft: there is no run 9." + System.lineSeparator()));
        assertThat(weft("queue", "front", "x").code()).isEqualTo(2);
        assertThat(weft("queue", "front", "x").err()).contains("'x' is not the number of a run");
        assertThat(weft("queue", "move", "1").err()).contains("either --before ID or --after ID");
        assertThat(weft("history", "list", "--limit", "-1").err()).contains("--limit and --offset are numbers from 0");
        assertThat(weft("history", "list", "--limit", "many").code()).isEqualTo(2);
        assertThat(weft("history", "show", "3").err()).startsWith("weft: there is no run 3;");
        assertThat(weft("queue", "ad").err()).contains("did you mean 'add'?");
    }

    @Test
    void a_table_fits_into_a_narrow_terminal() {
        add("a-workflow-with-a-name-that-is-longer-than-any-terminal-is-wide");
        List<String> lines =
                CommandLineRun.of(environment(), OptionalInt.of(40), "queue").outLines();
        assertThat(lines).allMatch(line -> line.length() <= 40);
        assertThat(lines.get(1)).endsWith("…");
    }

    private CommandLineRun weft(String... arguments) {
        return CommandLineRun.of(environment(), OptionalInt.empty(), arguments);
    }

    private Map<String, String> environment() {
        return Map.of("WEFT_DATA", folder.resolve("data").toString(), "WEFT_ALLOW_ALL_PLUGINS", "1");
    }

    private String output() {
        return folder.resolve("pictures").toString();
    }

    private String add(String name, String... options) {
        String workflow = WORKFLOW.replace(
                "\"probe:save\", \"version\": 1, \"parameters\": {}",
                "\"probe:save\", \"version\": 1," + " \"parameters\": {\"name\": \"" + name + ".txt\"}");
        String file = file(folder, name + ".weft.json", workflow);
        List<String> arguments = Stream.concat(
                        Stream.of("queue", "add", file),
                        List.of(options).contains("--output")
                                ? Stream.of(options)
                                : Stream.concat(Stream.of("--output", output()), Stream.of(options)))
                .toList();
        assertThat(weft(arguments.toArray(String[]::new)).code()).isZero();
        return file;
    }
}
