package dev.weft.cli;

import static dev.weft.cli.CommandLineRun.WORKFLOW;
import static dev.weft.cli.CommandLineRun.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProfileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_profile_tells_of_each_node_and_writes_a_trace() throws IOException {
        String file = file(folder, "a.weft.json", WORKFLOW);
        CommandLineRun run = CommandLineRun.of("run", file, file, "--quiet", "--profile", "--output", output());

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        List<String> lines = run.err().lines().toList();
        assertThat(lines).hasSize(9);
        assertThat(lines.get(0)).matches(".*a\\.weft\\.json +[0-9.]+ s +100 %");
        assertThat(lines.get(1)).matches("  The words +[0-9.]+ s +[0-9]+ %.*");
        assertThat(lines.get(2)).matches("  Probe slow +[0-9.]+ s +[0-9]+ %.*");
        assertThat(lines.get(5)).matches("  The words +known from before");
        assertThat(lines.get(8)).startsWith("Trace: ").endsWith("trace.json");
        assertThat(Files.readString(Path.of(output(), "trace.json")))
                .startsWith("{\"displayTimeUnit\"")
                .contains("\"name\": \"Probe slow\"");
    }

    @Test
    void a_narrow_terminal_gets_narrow_lines() {
        String file = file(folder, "a-name-that-is-much-longer-than-the-terminal-is-wide.weft.json", WORKFLOW);
        CommandLineRun run =
                CommandLineRun.of(OptionalInt.of(40), "run", file, "--quiet", "--profile", "--output", output());

        assertThat(run.err().lines().filter(line -> line.endsWith("%")))
                .isNotEmpty()
                .allMatch(line -> line.length() <= 40);
    }

    @Test
    void the_trace_goes_where_it_is_asked_for() {
        Path trace = folder.resolve("new").resolve("mine.json");
        CommandLineRun run = CommandLineRun.of(
                "run", file(folder, "a.weft.json", WORKFLOW), "--output", output(), "--trace", trace.toString());

        assertThat(run.code()).isZero();
        assertThat(trace).exists();
        assertThat(Path.of(output(), "trace.json")).doesNotExist();
    }

    @Test
    void a_trace_that_cannot_be_written_is_told_in_one_sentence_and_the_run_counts_all_the_same() {
        CommandLineRun run = CommandLineRun.of(
                "run",
                file(folder, "a.weft.json", WORKFLOW),
                "--output",
                output(),
                "--trace",
                file(folder, "file", "") + "/mine.json");

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("the trace cannot be written, as ", "name another file with --trace.");
    }

    private String output() {
        return folder.resolve("output").toString();
    }
}
