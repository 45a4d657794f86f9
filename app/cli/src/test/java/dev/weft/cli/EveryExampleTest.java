package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.ImageFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every workflow in `examples/`, in two steps in place of twenty, so that none of them breaks unnoticed.
///
/// That their pictures are right is for the tests against golden data.
final class EveryExampleTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String ENDING = ".weft.json";

    @TempDir
    private static Path folder = Path.of("");

    static List<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    /// Two examples go on with the style that this one saves.
    @BeforeAll
    static void save_a_style() throws IOException {
        assertThat(run("save-style", "output").code()).isZero();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_runs_and_saves_what_it_made(String example) throws IOException {
        CommandLineRun run = run(example, example);
        assertThat(run.err()).doesNotContain("weft:");
        assertThat(run.code()).isZero();
        List<Path> saved = saved(example);
        assertThat(saved).isNotEmpty();
        assertThat(run.out()).startsWith("Saved " + saved.size() + " file");
        for (Path file : saved) {
            assertThat(file).isNotEmptyFile();
            if (file.toString().endsWith(".png")) {
                ImageBatch picture = ImageFile.read(file);
                assertThat(picture.rgb()).doesNotContain(Float.NaN);
                assertThat(uniform(picture.rgb())).isFalse();
            }
        }
    }

    private static boolean uniform(float[] values) {
        for (float value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    private static List<Path> saved(String output) {
        try (Stream<Path> files = Files.walk(folder.resolve(output))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CommandLineRun run(String example, String output) throws IOException {
        String workflow = Files.readString(ROOT.resolve("examples/" + example + ENDING))
                .replace("\"steps\": 20", "\"steps\": 2")
                .replace("\"offset\": 5", "\"offset\": 1")
                .replace("\"examples/", "\"" + ROOT.resolve("examples") + "/")
                .replace("\"output/", "\"" + folder.resolve("output") + "/");
        return CommandLineRun.of(
                "run",
                CommandLineRun.file(folder, example + ENDING, workflow),
                "--models",
                ROOT.resolve("models").toString(),
                "--backend",
                "cpu",
                "--output",
                folder.resolve(output).toString());
    }
}
