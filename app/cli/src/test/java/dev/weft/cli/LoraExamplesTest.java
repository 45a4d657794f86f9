package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.safetensors.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The examples with a LoRA as people run them, their latents saved in place of their pictures, against those
/// that were recorded with diffusers and the StyleAligned authors' code.
final class LoraExamplesTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path TEST_DATA = ROOT.resolve("models/src/test/resources");
    private static final String PROMPTS = "airplane, flat paper cutout style\nhouse, flat paper cutout style\n"
            + "guitar, flat paper cutout style\nrocket, flat paper cutout style";
    /// Of the starter model; latent files hold what the U-Net sees divided by it.
    private static final float SCALING_FACTOR = 0.645027f;

    private static final double BOUND = 1e-3;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"lora, plain", "lora-style-aligned, sa"})
    void a_latent_ends_where_diffusers_ended(String example, String golden) throws IOException {
        float[] ours = latent(example);
        float[] theirs = SafetensorsFile.read(TEST_DATA.resolve("golden/lora.safetensors"))
                .tensor(golden)
                .floats();
        double largest = 0;
        for (int index = 0; index < theirs.length; index++) {
            largest = Math.max(largest, Math.abs(ours[index] * SCALING_FACTOR - theirs[index]));
        }
        assertThat(ours).hasSameSizeAs(theirs);
        assertThat(largest).isLessThanOrEqualTo(BOUND);
    }

    @Test
    void a_file_in_the_other_layout_gives_the_same_latent() throws IOException {
        Path file = TEST_DATA.resolve("lora/paper_cutout_kohya.safetensors").toAbsolutePath();
        assertThat(latent("lora", "--set", "sampler.steps=2", "--set", "lora.lora=" + file))
                .isEqualTo(latent("lora", "--set", "sampler.steps=2"));
    }

    @Test
    void an_unknown_lora_is_refused_with_those_there_are() throws IOException {
        CommandLineRun run = run("lora", List.of("--set", "lora.lora=paper_cut"));
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("There is no LoRA 'paper_cut' in the folder loras of the models; choose from paper_cutout");
    }

    @Test
    void a_file_that_is_no_lora_is_refused() throws IOException {
        Path other = ROOT.resolve("models/starter/metrics/dino.onnx").toAbsolutePath();
        CommandLineRun run = run("lora", List.of("--set", "lora.lora=" + other));
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("dino.onnx cannot be used, as it is damaged or no safetensors file");
    }

    private float[] latent(String example, String... more) throws IOException {
        CommandLineRun run = run(example, List.of(more));
        assertThat(run.err()).doesNotContain("weft:");
        assertThat(run.code()).isZero();
        Path file;
        try (Stream<Path> files = Files.list(folder.resolve("output"))) {
            file = files.findFirst().orElseThrow();
        }
        float[] values = SafetensorsFile.read(file).tensor("latent_tensor").floats();
        Files.delete(file);
        return values;
    }

    private CommandLineRun run(String example, List<String> more) throws IOException {
        String workflow = Files.readString(ROOT.resolve("examples/" + example + ".weft.json"))
                .replace("core:save_image", "core:save_latent")
                .replace("\"decode.image\", \"to\": \"save.image\"", "\"sampler.latent\", \"to\": \"save.latent\"");
        Path file = folder.resolve(example + ".weft.json");
        Files.writeString(file, workflow);
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                file.toString(),
                "--models",
                ROOT.resolve("models").toString(),
                "--backend",
                "cpu",
                "--output",
                folder.resolve("output").toString(),
                "--set",
                "prompts.text=" + PROMPTS,
                "--set",
                "sampler.seed=10",
                "--set",
                "sampler.cfg=7.5"));
        arguments.addAll(more);
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }
}
