package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.safetensors.Safetensors;
import dev.weft.models.safetensors.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Styles through the command line, with the starter model: inverted from a drawing, recorded from a set, kept
/// in files, and refused where they do not fit.
final class StylesTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path WORKFLOWS = Path.of("src/test/resources/workflows");
    private static final Path GOLDEN = ROOT.resolve("models/src/test/resources/golden/inversion.safetensors");
    /// Of the starter model; latent files hold what the U-Net sees divided by it.
    private static final float SCALING_FACTOR = 0.645027f;

    private static final int PICTURE = 4 * 16 * 16;

    @TempDir
    private Path output = Path.of("");

    @Test
    void a_set_takes_the_style_of_an_inverted_drawing_as_in_the_authors_code() throws IOException {
        ran("transfer", "drawing.image=" + ROOT.resolve("examples/two-hearts.png"));
        float[] ours = latent(1);
        float[] theirs = SafetensorsFile.read(GOLDEN).tensor("transfer").floats();
        double largest = 0;
        double sum = 0;
        for (int i = 0; i < ours.length; i++) {
            double difference = Math.abs(ours[i] * SCALING_FACTOR - theirs[i]);
            largest = Math.max(largest, difference);
            sum += difference;
        }
        assertThat(ours).hasSameSizeAs(theirs);
        assertThat(largest).isLessThanOrEqualTo(2e-2);
        assertThat(sum / ours.length).isLessThanOrEqualTo(2e-3);
        a_style_file_says_what_it_is(output.resolve("style_00001.style"));
    }

    private static void a_style_file_says_what_it_is(Path file) throws IOException {
        Safetensors style = SafetensorsFile.read(file);
        assertThat(style.metadata())
                .containsEntry("format", "weft-style")
                .containsEntry("format_version", "1")
                .containsEntry("model", "starter")
                .containsEntry("steps", "20")
                .containsEntry("reference.0.prompt", "two hearts")
                .containsEntry("reference.0.guidance", "2.0")
                .containsEntry("reference.0.offset", "5")
                .containsEntry("reference.0.credits", "a credit")
                .containsKey("workflow");
        assertThat(style.metadata().get("model_sha256")).matches("[0-9a-f]{64}");
        assertThat(style.metadata().get("reference.0.thumbnail")).startsWith("data:image/png;base64,iVBORw0KGgo");
        float[] trajectory = style.tensor("reference.0.trajectory").floats();
        float[] theirs = SafetensorsFile.read(GOLDEN).tensor("zts").floats();
        assertThat(trajectory).usingComparatorWithPrecision(5e-3f).containsExactly(theirs);
    }

    @Test
    void a_set_is_continued_from_its_saved_style() throws IOException {
        ran("record");
        float[] whole = latent(1);
        // The same reference again, with the same noise beside it, gives the same pictures.
        ran("continue", "style.file=" + style(), "prompts.text=house, purple duotone icon style\nguitar\ncrown");
        assertThat(latent(2)).usingComparatorWithPrecision(1e-4f).containsExactly(whole);
        // Other prompts and all pictures new: the reference stands beside the batch.
        ran("continue", "style.file=" + style(), "sampler.include_reference=false", "prompts.text=rocket\nbird\ncrown");
        float[] more = latent(3);
        assertThat(Arrays.copyOf(more, PICTURE)).isNotEqualTo(Arrays.copyOf(whole, PICTURE));
        assertThat(more).hasSameSizeAs(whole);
        assertThat(SafetensorsFile.read(style()).metadata())
                .containsEntry("reference.0.prompt", "house, purple duotone icon style")
                .hasEntrySatisfying(
                        "reference.0.thumbnail",
                        png -> assertThat(png).startsWith("data:image/png;base64,iVBORw0KGgo"));
    }

    @Test
    void a_style_blended_with_itself_is_that_style() throws IOException {
        ran("record");
        ran("continue", "style.file=" + style(), "sampler.include_reference=false", "prompts.text=rocket\nbird\ncrown");
        ran("blend", "style.file=" + style(), "other.file=" + style());
        // Two references take another graph, whose rounding differs and which a run amplifies.
        assertThat(latent(3)).usingComparatorWithPrecision(5e-3f).containsExactly(latent(2));
        assertThat(SafetensorsFile.read(output.resolve("blend_00001.style")).metadata())
                .containsEntry("references", "2")
                .containsEntry("reference.1.weight", "1.0");
        // One style alone, though two are linked.
        ran("blend", "style.file=" + style(), "other.file=" + style(), "blend.second_weight=0");
        assertThat(latent(4)).usingComparatorWithPrecision(1e-4f).containsExactly(latent(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sampler.steps=7 | The style was made with 6 steps, but steps is 7; set steps to 6, or make the style anew"
                        + " with 7.",
                "latent.width=160 | The style was made for pictures of 128 by 128 pixels, but the latent is one of 160 by"
                        + " 128; make the latent as large as the style, or the style anew at this size.",
                "sampler.sampler=euler sampler.scheduler=karras | The sampler calls the model at timestep 999, where the"
                        + " style was not recorded",
                "style.file=none.style | There is no file",
            })
    void a_style_that_does_not_fit_is_refused_with_what_to_do(String settings, String sentence) throws IOException {
        ran("record");
        List<String> all = new ArrayList<>(List.of("style.file=" + style()));
        all.addAll(List.of(settings.split(" ")));
        CommandLineRun run = run("continue", all.toArray(String[]::new));
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains(sentence);
        assertThat(output.resolve("latent_00002.latent")).doesNotExist();
    }

    private Path style() {
        return output.resolve("style_00001.style");
    }

    private float[] latent(int number) throws IOException {
        Path file = output.resolve("latent_%05d.latent".formatted(number));
        assertThat(Files.exists(file)).isTrue();
        return SafetensorsFile.read(file).tensor("latent_tensor").floats();
    }

    private void ran(String workflow, String... settings) {
        CommandLineRun run = run(workflow, settings);
        assertThat(run.err()).doesNotContain("weft:");
        assertThat(run.code()).isZero();
    }

    private CommandLineRun run(String workflow, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                WORKFLOWS.resolve(workflow + ".weft.json").toString(),
                "--models",
                ROOT.resolve("models").toString(),
                "--backend",
                "cpu",
                "--output",
                output.toString()));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }
}
