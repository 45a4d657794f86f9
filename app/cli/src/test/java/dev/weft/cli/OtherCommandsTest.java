package dev.weft.cli;

import static dev.weft.cli.CommandLineRun.WORKFLOW;
import static dev.weft.cli.CommandLineRun.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OtherCommandsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_valid_workflow_is_told_and_nothing_is_run() {
        CommandLineRun run = CommandLineRun.of("validate", file(folder, "a.weft.json", WORKFLOW));
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("a.weft.json: valid, runs 3 nodes");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void all_problems_of_all_files_are_told() {
        String wrong = WORKFLOW.replace("probe:slow", "magic:wand").replace("\"text\": \"hello\"", "\"count\": 99");
        CommandLineRun run = CommandLineRun.of(
                "validate",
                file(folder, "a.weft.json", wrong),
                file(folder, "b.weft.json", "[]"),
                file(folder, "c.weft.json", WORKFLOW));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("a.weft.json: ", "magic:wand", "count", "b.weft.json");
        assertThat(run.out()).contains("c.weft.json: valid");
    }

    @Test
    void nodes_are_listed_and_described() {
        assertThat(CommandLineRun.of("nodes").out()).contains("probe:text", "Probe text");
        assertThat(CommandLineRun.of("nodes", "probe:text").out())
                .contains("text = \"hello\"", "Takes text of any number of lines.")
                .contains("scale = 1", "Takes a number from 0 to 2.5.")
                .contains("end = dot", "Takes one of dot, bang.")
                .contains("in (text, optional)", "out (text)");
    }

    @Test
    void an_unknown_node_type_is_a_usage_error_with_a_suggestion() {
        CommandLineRun run = CommandLineRun.of("nodes", "probe:txt");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("did you mean 'probe:text'?");
    }

    @Test
    void models_are_listed_with_where_they_lie_and_broken_ones_with_the_reason() throws IOException {
        Path broken = folder.resolve("broken");
        Files.createDirectories(broken);
        Files.writeString(broken.resolve("model_index.json"), "{\"_class_name\": ");
        CommandLineRun run = CommandLineRun.of("models", "--models", folder.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("broken", broken.toString(), "cannot be used: ");
    }

    @Test
    void loras_are_listed_with_what_they_change_and_broken_ones_with_the_reason() throws IOException {
        Path broken = folder.resolve("loras/more/broken.safetensors");
        Files.createDirectories(broken.getParent());
        Files.writeString(broken, "nothing");
        CommandLineRun run = CommandLineRun.of("models", "--models", folder.toString(), "--models", "../../models");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("LoRA more/broken", broken.toString(), "cannot be used: ")
                .contains("LoRA paper_cutout", "rank 8, 80 layers of the U-Net");
    }

    @Test
    void help_tells_of_commands_exit_codes_and_examples() {
        CommandLineRun run = CommandLineRun.of("--help");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("run", "validate", "nodes", "models", "generate-completion")
                .contains("130", "stopped with Ctrl-C")
                .contains("weft run examples/style-aligned.weft.json");
        assertThat(CommandLineRun.of("run", "--help").out()).contains("--set", "--backend", "--max-batch");
    }

    @Test
    void without_a_command_the_help_is_shown_as_a_usage_error() {
        CommandLineRun run = CommandLineRun.of();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Commands:");
    }

    @Test
    void completion_is_a_script_that_knows_the_options() {
        CommandLineRun run = CommandLineRun.of("generate-completion");
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("#!").contains("--max-batch", "complete ");
    }
}
