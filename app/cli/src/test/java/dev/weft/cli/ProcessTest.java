package dev.weft.cli;

import static dev.weft.cli.CommandLineRun.WORKFLOW;
import static dev.weft.cli.CommandLineRun.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs the command line as a process of its own.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class ProcessTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void exit_codes_are_those_that_are_documented() throws IOException, InterruptedException {
        String good = file(folder, "good.weft.json", WORKFLOW);
        assertThat(exitCode("run", good)).isEqualTo(0);
        assertThat(exitCode("run", good, "--set", "nobody.x=1")).isEqualTo(2);
        assertThat(exitCode("run", file(folder, "bad.weft.json", "{}"))).isEqualTo(3);
        assertThat(exitCode("run", file(folder, "fail.weft.json", WORKFLOW.replace("probe:slow", "probe:fail"))))
                .isEqualTo(4);
    }

    @Test
    void the_log_for_programs_tells_each_execution_and_node_and_why_one_failed()
            throws IOException, InterruptedException {
        Path log = folder.resolve("logs").resolve("weft.jsonl");
        String crashing = WORKFLOW.replace("probe:save", "probe:crash");
        assertThat(exitCode("run", file(folder, "good.weft.json", WORKFLOW), "--log", log.toString()))
                .isZero();
        assertThat(exitCode("run", file(folder, "bad.weft.json", crashing), "--log", log.toString()))
                .isEqualTo(4);
        JsonMapper mapper = JsonMapper.builder().build();
        List<JsonNode> lines =
                Files.readAllLines(log).stream().map(mapper::readTree).toList();
        assertThat(lines.stream().map(line -> text(line, "execution")).distinct())
                .hasSize(2);
        assertThat(lines)
                .anySatisfy(line -> assertThat(text(line, "message")).isEqualTo("node finished"))
                .anySatisfy(line -> assertThat(text(line, "path")).endsWith("result.txt"));
        assertThat(lines).anySatisfy(line -> {
            assertThat(text(line, "level")).isEqualTo("ERROR");
            assertThat(text(line, "node")).isEqualTo("save");
            assertThat(text(line, "execution")).hasSize(16);
            assertThat(text(line, "error")).contains("IllegalStateException").contains("\tat ");
        });
    }

    @Test
    void a_log_that_cannot_be_written_is_refused_before_anything_is_run() throws IOException, InterruptedException {
        String good = file(folder, "good.weft.json", WORKFLOW);
        String occupied = file(folder, "occupied", "");
        assertThat(exitCode("run", good, "--log", occupied + "/weft.jsonl")).isEqualTo(2);
        assertThat(folder.resolve("output")).doesNotExist();
    }

    private static String text(JsonNode line, String key) {
        return line.path(key).asString("");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrl_c_ends_a_run_cleanly_with_130_and_nothing_half_written() throws IOException, InterruptedException {
        assumeThat(interruptsAreIgnored())
                .as("whoever started these tests has switched Ctrl-C off")
                .isFalse();
        String file = file(folder, "a.weft.json", WORKFLOW);
        Process process =
                start("run", file, "--events", "json", "--set", "slow.steps=100000", "--set", "slow.milliseconds=5");
        try (BufferedReader out = process.inputReader();
                BufferedReader err = process.errorReader()) {
            String line = out.readLine();
            while (line != null && !line.contains("node_progress")) {
                line = out.readLine();
            }
            assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            List<String> rest = out.lines().toList();
            assertThat(process.waitFor()).isEqualTo(130);
            assertThat(rest.getLast()).containsPattern("\"outcome\": ?\"cancelled\"");
            assertThat(err.lines().toList())
                    .singleElement()
                    .satisfies(sentence -> assertThat(sentence).startsWith("weft: cancelled after "));
        }
        try (Stream<Path> files = Files.list(folder.resolve("output"))) {
            assertThat(files).isEmpty();
        }
    }

    private int exitCode(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        try (BufferedReader out = process.inputReader();
                BufferedReader err = process.errorReader()) {
            List<String> told = new ArrayList<>(err.lines().toList());
            told.addAll(out.lines().toList());
            assertThat(told).noneMatch(line -> line.startsWith("\tat "));
        }
        return process.waitFor();
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dguice_custom_class_loading=CHILD",
                "-Dweft.home=" + folder,
                "-Dweft.plugins=" + System.getProperty("weft.plugins"),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.weft.cli.Weft"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("WEFT_ALLOW_ALL_PLUGINS", "1");
        return builder.start();
    }

    /// A process hands on to its children that it ignores interrupts; then nobody can stop them with Ctrl-C.
    private static boolean interruptsAreIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        long interrupt = 1L << 1;
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & interrupt) != 0);
    }
}
