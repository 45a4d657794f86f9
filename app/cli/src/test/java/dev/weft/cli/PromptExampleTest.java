package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.models.safetensors.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Prompts as `docs/prompts.md` says, through the whole program.
final class PromptExampleTest {
    private static final Path ROOT = Path.of("../..");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_example_makes_a_picture_of_each_line() throws IOException {
        CommandLineRun run = run("prompts", "prompts.wildcards=" + ROOT.resolve("examples/wildcards"));
        assertThat(run.err()).doesNotContain("weft:");
        assertThat(run.code()).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".png"))).hasSize(4);
        }
    }

    @Test
    void a_wildcard_gives_the_picture_of_the_line_that_it_draws_and_a_changed_file_another_one() throws IOException {
        Path colour = folder.resolve("colour.txt");
        Files.writeString(colour, "# one line\nred line art style\n");
        float[] drawn = latent("house, __colour__\nguitar\nfox\ncrown");
        float[] written = latent("house, red line art style\nguitar\nfox\ncrown");
        assertThat(drawn).isEqualTo(written);
        Files.writeString(colour, "green pixel art style");
        assertThat(latent("house, __colour__\nguitar\nfox\ncrown")).isNotEqualTo(written);
    }

    @Test
    void long_prompts_and_short_ones_share_a_batch() throws IOException {
        float[] mixed = latent("house BREAK red\nguitar\nfox\ncrown");
        float[] plain = latent("house\nguitar\nfox\ncrown");
        int picture = plain.length / 4;
        for (int i = picture; i < plain.length; i++) {
            assertThat(mixed[i]).isCloseTo(plain[i], within(1e-4f));
        }
        assertThat(mixed).isNotEqualTo(plain);
    }

    @Test
    void a_wildcard_without_a_file_fails_with_a_sentence_that_names_it() {
        CommandLineRun run = run("plain", "prompts.text=__colour__\na\nb\nc", "prompts.wildcards=" + folder);
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("The wildcard __colour__ has no file " + folder.resolve("colour.txt"));
    }

    private float[] latent(String prompts) throws IOException {
        CommandLineRun run = run("plain-save-latent", "prompts.text=" + prompts, "prompts.wildcards=" + folder);
        assertThat(run.err()).doesNotContain("weft:");
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.filter(each -> each.toString().endsWith(".latent"))
                    .findFirst()
                    .orElseThrow();
        }
        float[] values = SafetensorsFile.read(file).tensor("latent_tensor").floats();
        Files.delete(file);
        return values;
    }

    private CommandLineRun run(String example, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                ROOT.resolve("examples/" + example + ".weft.json").toString(),
                "--models",
                ROOT.resolve("models").toString(),
                "--backend",
                "cpu",
                "--output",
                folder.toString(),
                "--set",
                "sampler.steps=2"));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }
}
