package dev.weft.editor.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.CrashingEditor;
import dev.weft.graph.json.WorkflowFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

final class CrashTest {
    @TempDir
    private Path folder;

    @Test
    void what_was_changed_shortly_before_the_process_was_killed_is_there_again() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-D") || argument.startsWith("--"))
                .forEach(command::add);
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("weft.") || name.startsWith("glass.") || name.startsWith("prism."))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), CrashingEditor.class.getName(), folder.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        try {
            RecoveryFolder recovery = new RecoveryFolder(folder.resolve("data/recovery"), "another");
            Path kept = folder.resolve("data/recovery");
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> holdsWorkflow(kept) || !process.isAlive());
            assertThat(recovery.left())
                    .as("a process that lives keeps what is its own")
                    .isEmpty();
            process.destroyForcibly().waitFor();
            assertThat(recovery.left()).singleElement().satisfies(left -> {
                assertThat(left.title()).isEqualTo("Changed");
                assertThat(WorkflowFile.read(left.workflow()).title()).isEqualTo("Changed");
            });
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean holdsWorkflow(Path folder) throws Exception {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(path -> path.toString().endsWith(".weft.json")
                    && !String.valueOf(path.getFileName()).startsWith("."));
        }
    }
}
