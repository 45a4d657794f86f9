package dev.weft.cli;

import static dev.weft.cli.CommandLineRun.WORKFLOW;
import static dev.weft.cli.CommandLineRun.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_run_saves_its_files_and_says_where_they_are() throws IOException {
        CommandLineRun run = run(file(folder, "a.weft.json", WORKFLOW));
        assertThat(run.code()).isZero();
        assertThat(Files.readString(saved())).isEqualTo("hello");
        assertThat(run.out()).contains("Saved 1 file:", saved().toString(), "Done in ");
        assertThat(run.err())
                .contains("a.weft.json", "[1/3] The words", "[3/3] Probe save")
                .doesNotContain("\u001b");
    }

    @Test
    void on_a_terminal_there_is_a_bar_that_is_gone_in_the_end() {
        String file = file(folder, "a.weft.json", WORKFLOW);
        CommandLineRun run = CommandLineRun.of(OptionalInt.of(100), "run", file, "--output", output().toString());
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("━", "5/5", "✓ The words").endsWith("\r\u001b[K");
        assertThat(run.out()).contains("Done in ").doesNotContain("\u001b");
    }

    @Test
    void quiet_says_nothing_when_all_is_well() {
        CommandLineRun run = run(file(folder, "a.weft.json", WORKFLOW), "--quiet");
        assertThat(run.code()).isZero();
        assertThat(run.out() + run.err()).isEmpty();
        assertThat(saved()).exists();
    }

    @Test
    void a_parameter_is_set_by_id_and_by_title() throws IOException {
        String file = file(folder, "a.weft.json", WORKFLOW);
        CommandLineRun run = run(file, "--set", "say.count=3", "--set", "The words.text=x=1\ny.z ");
        assertThat(run.code()).isZero();
        assertThat(Files.readString(saved())).isEqualTo("x=1\ny.z x=1\ny.z x=1\ny.z ");
    }

    @Test
    void every_kind_of_parameter_can_be_set() {
        String file = file(folder, "a.weft.json", WORKFLOW);
        CommandLineRun run = run(
                file,
                "--set",
                "say.seed=18446744073709551615",
                "--set",
                "say.scale=2.5",
                "--set",
                "say.loud=true",
                "--set",
                "say.end=bang");
        assertThat(run.err()).doesNotContain("weft:");
        assertThat(run.code()).isZero();
    }

    @Test
    void a_setting_for_an_unknown_node_says_what_was_meant_and_runs_nothing() {
        CommandLineRun run = run(file(folder, "a.weft.json", WORKFLOW), "--set", "sya.text=x");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("--set sya.text: no node has the id or title 'sya' (did you mean 'say'?)")
                .contains("say, slow, save");
        assertThat(output()).doesNotExist();
    }

    @Test
    void a_setting_for_an_unknown_parameter_lists_those_that_there_are() {
        CommandLineRun run = run(file(folder, "a.weft.json", WORKFLOW), "--set", "say.txt=x");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("probe:text has no parameter 'txt' (did you mean 'text'?)")
                .contains("text, count, seed, scale, loud, end");
    }

    @Test
    void a_value_that_does_not_fit_says_what_would() {
        String file = file(folder, "a.weft.json", WORKFLOW);
        assertRefused(file, "say.count=nine", "'nine' does not fit; it takes a whole number from 1 to 8");
        assertRefused(file, "say.count=9", "'9' does not fit; it takes a whole number from 1 to 8");
        assertRefused(file, "say.count=2.5", "it takes a whole number from 1 to 8");
        assertRefused(file, "say.seed=-1", "it takes a whole number from 0 to 18446744073709551615");
        assertRefused(file, "say.scale=NaN", "it takes a number from 0 to 2.5");
        assertRefused(file, "say.scale=1e400", "it takes a number from 0 to 2.5");
        assertRefused(file, "say.loud=maybe", "it takes true or false");
        assertRefused(file, "say.end=comma", "it takes one of dot, bang");
        assertRefused(file, "say", "write NODE.PARAMETER=VALUE");
    }

    @Test
    void a_setting_counts_for_every_file_that_has_the_node() throws IOException {
        String other = WORKFLOW.replace("\"say\"", "\"talk\"").replace("say.out", "talk.out");
        String first = file(folder, "a.weft.json", WORKFLOW);
        String second = file(folder, "b.weft.json", other);
        CommandLineRun run = run(first, second, "--set", "talk.text=two", "--set", "slow.steps=1");
        assertThat(run.code()).isZero();
        assertThat(Files.readString(saved())).isEqualTo("two");
    }

    @Test
    void a_failing_file_does_not_keep_the_next_from_running_and_the_worst_code_wins() {
        String broken = file(folder, "broken.weft.json", "{\"weft\": 1,\n oops");
        String failing = file(folder, "failing.weft.json", WORKFLOW.replace("probe:slow", "probe:fail"));
        String good = file(folder, "good.weft.json", WORKFLOW);
        CommandLineRun run = run(failing, broken, good);
        assertThat(run.code()).isEqualTo(4);
        assertThat(saved()).exists();
        assertThat(run.err()).contains("broken.weft.json, line 2, column ");
        assertThat(run.err())
                .contains("failing.weft.json: node 'slow' (Probe fail), 'in': the input does not please; try another.")
                .contains("[3/3] Probe save: skipped, as 'slow' failed");
    }

    @Test
    void a_file_that_is_not_there_is_an_invalid_workflow() {
        CommandLineRun run = run(folder.resolve("no.weft.json").toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("no.weft.json: there is no such file");
    }

    @Test
    void an_unknown_node_type_is_an_invalid_workflow() {
        CommandLineRun run = run(file(folder, "a.weft.json", WORKFLOW.replace("probe:slow", "magic:wand")));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("a.weft.json: ", "magic");
        assertThat(output()).doesNotExist();
    }

    @Test
    void a_crash_in_a_node_is_told_without_a_stack_trace() {
        String crashing = WORKFLOW.replace("probe:save", "probe:crash");
        CommandLineRun run = run(file(folder, "a.weft.json", crashing));
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .contains("node 'save' (Probe crash): it failed unexpectedly")
                .doesNotContain("\tat ");
    }

    @Test
    void an_output_folder_that_is_a_file_is_refused_before_anything_runs() throws IOException {
        Path blocked = folder.resolve("blocked");
        Files.writeString(blocked, "in the way");
        String file = file(folder, "a.weft.json", WORKFLOW);
        CommandLineRun run = CommandLineRun.of(
                "run", file, "--output", blocked.resolve("sub").toString());
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .contains("cannot be", "choose another with --output")
                .doesNotContain("[1/3]");
    }

    @Test
    void trying_the_output_folder_leaves_nothing_behind() throws IOException {
        run(file(folder, "a.weft.json", WORKFLOW));
        try (Stream<Path> files = Files.list(output())) {
            assertThat(files).containsExactly(saved());
        }
    }

    @Test
    void wrong_options_are_usage_errors_in_one_sentence() {
        String file = file(folder, "a.weft.json", WORKFLOW);
        assertThat(CommandLineRun.of("run").code()).isEqualTo(2);
        assertThat(CommandLineRun.of("rnu", file).err()).contains("did you mean 'run'?");
        assertThat(run(file, "--backend", "tpu").code()).isEqualTo(2);
        assertThat(run(file, "--max-batch", "0").code()).isEqualTo(2);
        assertThat(run(file, "--max-batch", "many").code()).isEqualTo(2);
        assertThat(run(file, "--model-memory", "much").err())
                .contains("--model-memory: a size is 0 or a number with a unit, such as 512m or 2g, not 'much'");
        assertThat(run(file, "--model-memory", "0").code()).isEqualTo(2);
        assertThat(run(file, "--events", "xml").code()).isEqualTo(2);
        assertThat(run(file, "--no-such-option").err()).contains("--no-such-option", "Try 'weft run --help'.");
    }

    private void assertRefused(String file, String assignment, String reason) {
        CommandLineRun run = run(file, "--set", assignment);
        assertThat(run.code()).as(assignment).isEqualTo(2);
        assertThat(run.err()).as(assignment).contains(reason);
    }

    private CommandLineRun run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "run";
        all[1] = "--output";
        all[2] = output().toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return CommandLineRun.of(all);
    }

    private Path output() {
        return folder.resolve("output");
    }

    private Path saved() {
        return output().resolve("result.txt");
    }
}
