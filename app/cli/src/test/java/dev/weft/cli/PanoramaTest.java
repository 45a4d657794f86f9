package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.safetensors.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Panoramas through the command line with the starter model, against what diffusers and the StyleAligned
/// authors' handlers gave.
final class PanoramaTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path GOLDEN = ROOT.resolve("models/src/test/resources/golden/panorama.safetensors");
    /// Of the starter model; latent files hold what the U-Net sees divided by it.
    private static final float SCALING_FACTOR = 0.645027f;

    private static final double LARGEST = 2e-2;
    private static final double MEAN = 2e-3;
    private static final int CHANNELS = 4;
    private static final int HEIGHT = 16;
    private static final int WIDTH = 40;

    @TempDir
    private Path output = Path.of("");

    @Test
    void panorama_and_reference_end_where_the_authors_code_ended() throws IOException {
        ran("panorama-latent");
        requireNear(latent("panorama"), golden("pano"));
        requireNear(latent("reference"), golden("ref"));
    }

    /// The reference is drawn without looking at the panorama, so that one that was drawn before gives the
    /// same.
    @Test
    void a_panorama_in_a_saved_style_equals_one_with_its_reference_beside_it() throws IOException {
        ran("panorama-style");
        ran("panorama-from-style", "style.file=" + output.resolve("style_00001.style"));
        requireNear(latent("panorama"), golden("pano"));
        requireNear(latent("reference"), golden("ref"));
    }

    @Test
    void a_style_that_was_made_with_other_steps_is_refused_with_what_to_do() {
        ran("panorama-style", "sampler.steps=2");
        String style = "style.file=" + output.resolve("style_00001.style");
        CommandLineRun steps = run("panorama-from-style", style);
        assertThat(steps.err()).contains("The style was made with 2 steps, but steps is 20;");
        CommandLineRun views = run("panorama-from-style", style, "panorama.view_size=96");
        assertThat(views.err()).contains("but the views are 96 by 96; set view_size to 128.");
    }

    @Test
    void a_circular_panorama_is_as_smooth_across_its_edges_as_within() throws IOException {
        ran(
                "panorama-latent",
                "panorama.steps=6",
                "panorama.stride=4",
                "panorama.circular=true",
                "panorama.view_batch_size=16");
        float[] round = latent("panorama");
        double seam = 0;
        double within = 0;
        for (int line = 0; line < CHANNELS * HEIGHT; line++) {
            int start = line * WIDTH;
            seam += Math.abs(round[start + WIDTH - 1] - round[start]);
            for (int x = 1; x < WIDTH; x++) {
                within += Math.abs(round[start + x] - round[start + x - 1]) / (WIDTH - 1);
            }
        }
        assertThat(seam).isLessThan(2 * within);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "panorama.height=64 | A panorama of 40 by 8 latent pixels is smaller than its views of 16 by 16",
                "panorama.stride=17 | A stride of 17 leaves gaps between views that are 16 latent pixels wide",
                "panorama.view_size=136 | cannot draw views of 136 pixels; make view_size a multiple of 32.",
            })
    void what_cannot_be_drawn_is_refused_with_what_to_do(String setting, String sentence) {
        CommandLineRun run = run("panorama-latent", setting);
        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains(sentence);
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void more_prompts_than_a_reference_and_a_panorama_have_are_found_before_anything_runs() {
        CommandLineRun run = run("panorama-latent", "prompts.text=a\nb\nc");
        assertThat(run.code()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).contains("there are 3 prompts", "the reference's and then the panorama's");
    }

    private static void requireNear(float[] ours, float[] theirs) {
        double largest = 0;
        double sum = 0;
        for (int i = 0; i < theirs.length; i++) {
            double difference = Math.abs(ours[i] * SCALING_FACTOR - theirs[i]);
            largest = Math.max(largest, difference);
            sum += difference;
        }
        assertThat(ours).hasSameSizeAs(theirs);
        assertThat(largest).isLessThanOrEqualTo(LARGEST);
        assertThat(sum / theirs.length).isLessThanOrEqualTo(MEAN);
    }

    private static float[] golden(String name) throws IOException {
        return SafetensorsFile.read(GOLDEN).tensor(name).floats();
    }

    private float[] latent(String name) throws IOException {
        return SafetensorsFile.read(output.resolve(name + "_00001.latent"))
                .tensor("latent_tensor")
                .floats();
    }

    private void ran(String workflow, String... settings) {
        CommandLineRun run = run(workflow, settings);
        assertThat(run.err()).doesNotContain("weft:");
        assertThat(run.code()).isZero();
    }

    private CommandLineRun run(String workflow, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "src/test/resources/workflows/" + workflow + ".weft.json",
                "--models",
                ROOT.resolve("models").toString(),
                "--backend",
                "cpu",
                "--output",
                output.toString()));
        Arrays.stream(settings).forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }
}
