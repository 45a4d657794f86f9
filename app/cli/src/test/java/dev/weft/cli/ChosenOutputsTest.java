package dev.weft.cli;

import static dev.weft.cli.CommandLineRun.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChosenOutputsTest {
    /// Two texts, `first` and `second`, saved by `save1` and `save2` (titled "The second"), the text of the
    /// third linked from the second.
    private static final String WORKFLOW = """
            {
              "weft": 1,
              "nodes": [
                {"id": "first", "type": "probe:text", "version": 1, "parameters": {"text": "one"}},
                {"id": "second", "type": "probe:text", "version": 1, "parameters": {"text": "two"}},
                {"id": "third", "type": "probe:text", "version": 1, "parameters": {"text": "unseen", "count": 2}},
                {"id": "save1", "type": "probe:save", "version": 1, "parameters": {"name": "1.txt"}},
                {"id": "save2", "type": "probe:save", "version": 1, "title": "The second",
                  "parameters": {"name": "2.txt"}},
                {"id": "save3", "type": "probe:save", "version": 1, "parameters": {"name": "3.txt"}}
              ],
              "links": [
                {"from": "first.out", "to": "save1.in"},
                {"from": "second.out", "to": "save2.in"},
                {"from": "second.out", "to": "third.text"},
                {"from": "third.out", "to": "save3.in"}
              ]
            }
            """;

    private static final String BROKEN = WORKFLOW.replace("\"count\": 2", "\"count\": 99");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_parameter_takes_what_is_linked_to_it() throws IOException {
        assertThat(run(WORKFLOW).code()).isZero();
        assertThat(Files.readString(output().resolve("3.txt"))).isEqualTo("twotwo");
    }

    @Test
    void what_is_set_from_outside_takes_the_place_of_a_link() throws IOException {
        assertThat(run(WORKFLOW, "--set", "third.text=x").code()).isZero();
        assertThat(Files.readString(output().resolve("3.txt"))).isEqualTo("xx");
    }

    @Test
    void only_the_chosen_outputs_run_by_id_or_title() {
        CommandLineRun run = run(WORKFLOW, "--only", "save1", "--only", "The second");
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("/4]").doesNotContain("third");
        assertThat(output().resolve("1.txt")).exists();
        assertThat(output().resolve("2.txt")).exists();
        assertThat(output().resolve("3.txt")).doesNotExist();
    }

    @Test
    void a_choice_that_is_no_output_runs_nothing_and_says_what_would_be_one() {
        CommandLineRun run = run(WORKFLOW, "--only", "third");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("Node 'third' saves and shows nothing, so it cannot be run for; choose from save3, save1, "
                        + "save2.");
        assertThat(output()).doesNotExist();
    }

    @Test
    void a_problem_elsewhere_does_not_keep_a_chosen_output_from_running() {
        CommandLineRun run = run(BROKEN, "--only", "save2");
        assertThat(run.code()).isZero();
        assertThat(run.err()).doesNotContain("count");
        assertThat(output().resolve("2.txt")).exists();
    }

    @Test
    void a_faulty_workflow_runs_partly_only_on_request_and_counts_as_faulty_all_the_same() {
        CommandLineRun refused = run(BROKEN);
        assertThat(refused.code()).isEqualTo(3);
        assertThat(output()).doesNotExist();

        CommandLineRun partly = run(BROKEN, "--partly");
        assertThat(partly.code()).isEqualTo(3);
        assertThat(partly.err()).contains("Parameter 'count' of node 'third'");
        assertThat(partly.out()).contains("Saved 2 files:");
        assertThat(output().resolve("3.txt")).doesNotExist();
    }

    @Test
    void validating_tells_what_would_run_partly() {
        CommandLineRun run = CommandLineRun.of("validate", file(folder, "a.weft.json", BROKEN));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("a.weft.json: 'weft run --partly' would run save1, save2 all the same");
    }

    private CommandLineRun run(String workflow, String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "run";
        arguments[1] = file(folder, "a.weft.json", workflow);
        arguments[2] = "--output";
        arguments[3] = output().toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return CommandLineRun.of(arguments);
    }

    private Path output() {
        return folder.resolve("output");
    }
}
