package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.ImageFile;
import dev.weft.models.image.PngFile;
import dev.weft.models.safetensors.Safetensors;
import dev.weft.models.safetensors.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The examples as people run them, with the real nodes and the starter model, against trajectories that were
/// recorded with diffusers and the StyleAligned authors' code.
final class ExamplesTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path GOLDEN = ROOT.resolve("models/src/test/resources/golden/sampling.safetensors");
    private static final String GOLDEN_PROMPTS = "airplane, glossy 3d gradient style\nhouse\nguitar\nrocket";
    /// Of the starter model; latent files hold what the U-Net sees divided by it.
    private static final float SCALING_FACTOR = 0.645027f;

    private static final double BOUND = 5e-3;

    @TempDir
    private Path output = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "plain-save-latent, plain, ''",
        "save-latent, sa, ''",
        "save-latent, sa_noadain, adain_queries=false adain_keys=false share_group_norm=false",
        "save-latent, sa_nogn, share_group_norm=false",
        "save-latent, sa_shift, style_shift=0.6931471805599453",
        "save-latent, sa_level, only_self_level=0.5"
    })
    void a_latent_ends_where_the_authors_code_ended(String example, String golden, String settings) throws IOException {
        run(example, GOLDEN_PROMPTS, settings(settings));
        Safetensors latent = SafetensorsFile.read(file(".latent"));
        float[] ours = latent.tensor("latent_tensor").floats();
        float[] steps = SafetensorsFile.read(GOLDEN).tensor(golden).floats();
        float[] theirs = Arrays.copyOfRange(steps, steps.length - ours.length, steps.length);
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            largest = Math.max(largest, Math.abs(ours[i] * SCALING_FACTOR - theirs[i]));
        }
        assertThat(largest).isLessThanOrEqualTo(BOUND);
        assertThat(latent.tensors()).containsKey("latent_format_version_0");
        assertThat(latent.metadata()).containsEntry("seed", "10").containsKey("workflow");
    }

    @Test
    void small_calls_of_the_network_with_little_memory_for_models_give_the_same_latent() throws IOException {
        run("save-latent", GOLDEN_PROMPTS, List.of("--set", "sampler.steps=4"));
        float[] whole =
                SafetensorsFile.read(file(".latent")).tensor("latent_tensor").floats();
        Files.delete(file(".latent"));
        run(
                "save-latent",
                GOLDEN_PROMPTS,
                List.of("--set", "sampler.steps=4", "--max-batch", "3", "--model-memory", "100m"));
        float[] cut =
                SafetensorsFile.read(file(".latent")).tensor("latent_tensor").floats();
        assertThat(cut).usingComparatorWithPrecision(1e-4f).containsExactly(whole);
    }

    @Test
    void a_style_of_strength_0_gives_the_latent_of_plain_sampling_bit_for_bit() throws IOException {
        run("plain-save-latent", GOLDEN_PROMPTS, List.of("--set", "sampler.steps=2"));
        float[] plain =
                SafetensorsFile.read(file(".latent")).tensor("latent_tensor").floats();
        Files.delete(file(".latent"));
        run("save-latent", GOLDEN_PROMPTS, List.of("--set", "sampler.steps=2", "--set", "sampler.strength=0"));
        float[] shared =
                SafetensorsFile.read(file(".latent")).tensor("latent_tensor").floats();
        assertThat(shared).containsExactly(plain);
    }

    @Test
    void two_references_and_a_curve_of_strength_give_pictures() throws IOException {
        run(
                "two-references",
                "house, purple duotone icon style\nguitar, wooden toy style\nsailboat\ncrown\napple\nkey",
                List.of("--set", "sampler.steps=2"));
        try (Stream<Path> files = Files.list(output)) {
            assertThat(files).hasSize(6);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reference_index=4 | 'reference_index': it names the picture 4, but the batch has the pictures 0 to 3;",
                "references=0, 7:2 | 'references': it names the picture 7, but the batch has the pictures 0 to 3;",
                "references=first | 'references': the references 'first' are not understood at 'first'; write pictures,",
                "references=0, 0 | 'references': the references '0, 0' name the picture 0 twice; name it once,",
                "strength_curve=0:5 | 'strength_curve': a curve's factor lies between 0 and 2, but at 0.0 it is 5.0;",
                "strength=3 | 'strength'",
                "full_attention_share=true;references=0, 1 | 'references': with full_attention_share all pictures",
                "full_attention_share=true;strength=0.5 | 'full_attention_share': with it all pictures attend",
            })
    void settings_of_a_style_that_cannot_be_are_found_before_anything_runs(String settings, String message) {
        List<String> more = Arrays.stream(settings.strip().split(";"))
                .flatMap(setting -> Stream.of("--set", "sampler." + setting))
                .toList();
        CommandLineRun run = CommandLineRun.of(arguments("style-aligned", "a\nb\nc\nd", more));
        assertThat(run.err()).contains(message.strip());
        assertThat(run.code()).isIn(ExitCode.INVALID, ExitCode.USAGE);
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void pictures_are_numbered_and_hold_their_workflow_and_seed() throws IOException {
        run("style-aligned", "house\nguitar\nsailboat\ncrown", List.of("--set", "sampler.steps=1"));
        try (Stream<Path> files = Files.list(output)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "style-aligned_00001.png",
                            "style-aligned_00002.png",
                            "style-aligned_00003.png",
                            "style-aligned_00004.png");
        }
        Path first = output.resolve("style-aligned_00001.png");
        assertThat(PngFile.readText(first))
                .containsEntry("seed", "10")
                .hasEntrySatisfying(
                        "workflow",
                        text -> assertThat(text)
                                .contains(
                                        "\"weft\": 1",
                                        "\"seed\": 10",
                                        "\"text\": \"house\\nguitar\\nsailboat\\ncrown\""));
        ImageBatch image = ImageFile.read(first);
        assertThat(List.of(image.width(), image.height())).containsExactly(128, 128);
    }

    @Test
    void prompts_that_do_not_match_the_batch_are_found_before_anything_runs() {
        CommandLineRun run = CommandLineRun.of(arguments("plain", "one\ntwo\nthree", List.of()));
        assertThat(run.code()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).contains("there are 3 prompts for 4 pictures");
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void a_size_that_the_network_cannot_halve_is_refused_with_one_that_it_can() {
        CommandLineRun run = CommandLineRun.of(arguments("plain", "a\nb\nc\nd", List.of("--set", "latent.width=136")));
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("136 by 128 pixels", "multiples of 32");
    }

    private void run(String example, String prompts, List<String> more) {
        CommandLineRun run = CommandLineRun.of(arguments(example, prompts, more));
        assertThat(run.err()).doesNotContain("weft:");
        assertThat(run.code()).isZero();
    }

    private String[] arguments(String example, String prompts, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                ROOT.resolve("examples/" + example + ".weft.json").toString(),
                "--models",
                ROOT.resolve("models").toString(),
                "--backend",
                "cpu",
                "--output",
                output.toString(),
                "--set",
                "prompts.text=" + prompts,
                "--set",
                "sampler.seed=10",
                "--set",
                "sampler.cfg=7.5"));
        arguments.addAll(more);
        return arguments.toArray(String[]::new);
    }

    private static List<String> settings(String words) {
        return Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .flatMap(word -> Stream.of("--set", "sampler." + word))
                .toList();
    }

    private Path file(String extension) throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
