package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.PngFile;
import dev.weft.models.safetensors.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `weft score` on the recorded pictures of the authors' code. The expected scores were computed by numpy from the
/// weights of the starter's judges, without ONNX Runtime.
final class ScoreCommandTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path GOLDEN = ROOT.resolve("models/src/test/resources/golden/sampling.safetensors");
    /// Pictures are saved with 256 levels.
    private static final Offset<Double> TOLERANCE = Offset.offset(3e-3);

    @TempDir
    private Path folder = Path.of("");

    private Path pictures(String tensor, String workflow) throws IOException {
        float[] signed = SafetensorsFile.read(GOLDEN).tensor(tensor).floats();
        float[] rgb = new float[signed.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = signed[i] / 2 + 0.5f;
        }
        Path set = Files.createDirectories(folder.resolve(tensor));
        ImageBatch images = new ImageBatch(4, 128, 128, rgb);
        for (int i = 0; i < 4; i++) {
            PngFile.write(set.resolve("p_" + i + ".png"), images, i, Map.of("workflow", workflow));
        }
        return set;
    }

    private CommandLineRun score(String... arguments) {
        List<String> all = new ArrayList<>(List.of("score"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--models",
                ROOT.resolve("models").toString(),
                "--backend",
                "cpu",
                "--output",
                folder.resolve("out").toString()));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    private static double member(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\": (-?[0-9.]+)").matcher(json);
        assertThat(found.find()).as("%s in %s", name, json).isTrue();
        return Double.parseDouble(found.group(1));
    }

    @Test
    void sets_are_scored_as_numpy_scores_them() throws IOException {
        String workflow = Files.readString(ROOT.resolve("examples/style-aligned.weft.json"))
                .replace(
                        "house, purple duotone icon style\\nguitar\\nsailboat\\ncrown",
                        "airplane, glossy 3d gradient style\\nhouse\\nguitar\\nrocket");
        Path plain = pictures("plain_image", workflow);
        Path shared = pictures("sa_image", workflow);
        CommandLineRun run = score(plain.toString(), shared.toString(), "--json", "--whole-prompts");
        assertThat(run.code()).isZero();
        assertThat(run.outLines()).hasSize(2);
        assertThat(member(run.outLines().getFirst(), "set_consistency")).isCloseTo(0.29664, TOLERANCE);
        assertThat(member(run.outLines().getFirst(), "text_alignment")).isCloseTo(0.55176, TOLERANCE);
        assertThat(member(run.outLines().getLast(), "set_consistency")).isCloseTo(0.33218, TOLERANCE);
        assertThat(member(run.outLines().getLast(), "text_alignment")).isCloseTo(0.58697, TOLERANCE);
        try (Stream<Path> files = Files.list(folder.resolve("out/scores"))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "score_00001.json",
                            "score_00001.png",
                            "score_00001.txt",
                            "score_00002.json",
                            "score_00002.png",
                            "score_00002.txt");
        }
    }

    @Test
    void the_example_scores_the_set_that_it_draws_against_its_prompts() throws IOException {
        CommandLineRun run = CommandLineRun.of(
                "run",
                ROOT.resolve("examples/style-score.weft.json").toString(),
                "--models",
                ROOT.resolve("models").toString(),
                "--backend",
                "cpu",
                "--output",
                folder.toString(),
                "--set",
                "sampler.steps=2");
        assertThat(run.err()).doesNotContain("weft:");
        assertThat(run.code()).isZero();
        String json = Files.readString(folder.resolve("scores/style-score_00001.json"));
        assertThat(json).contains("\"prompt\": \"house\"", "\"prompt\": \"crown\"", "\"pairs\": 6");
        CommandLineRun again = score(folder.toString(), "--json");
        assertThat(again.code()).isZero();
        // Saved pictures have 256 levels.
        for (String score : List.of("set_consistency", "text_alignment")) {
            assertThat(member(again.out(), score)).isCloseTo(member(json, score), TOLERANCE);
        }
    }

    @Test
    void a_table_names_pictures_and_prompts_from_a_file() throws IOException {
        Path set = pictures("plain_image", "");
        Path prompts = Files.writeString(folder.resolve("prompts.txt"), "airplane, 3d\r\nhouse\n\nguitar\nrocket\n");
        CommandLineRun run = score(set.toString(), "--prompts", prompts.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("plain_image: 4 pictures, judged by starter", "set consistency   0.29")
                .contains("p_0.png", "airplane\n", "Saved ")
                .doesNotContain("airplane, 3d");
        assertThat(score(set.toString()).out()).contains("Note: The files do not tell what they were to show");
    }

    @Test
    void what_cannot_be_scored_is_refused_in_a_sentence() throws IOException {
        Path set = pictures("plain_image", "");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        CommandLineRun none = score(empty.toString(), "--quiet");
        assertThat(none.code()).isEqualTo(ExitCode.FAILED);
        assertThat(none.err()).contains("at least two pictures").doesNotContain("\tat ");
        assertThat(score(folder.resolve("missing").toString()).err()).contains("There is no folder");
        assertThat(score(set.toString(), "--judges", "nobody").err()).contains("There is no dino.onnx");
        Path prompts = Files.writeString(folder.resolve("prompts.txt"), "one\ntwo\n");
        assertThat(score(set.toString(), "--prompts", prompts.toString()).err())
                .contains("There are 2 prompts for 4 pictures");
        CommandLineRun unreadable =
                score(set.toString(), "--prompts", folder.resolve("nothing.txt").toString());
        assertThat(unreadable.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unreadable.err()).contains("--prompts: the file");
        Files.writeString(set.resolve("broken.png"), "not a picture");
        CommandLineRun broken = score(set.toString());
        assertThat(broken.code()).isEqualTo(ExitCode.FAILED);
        assertThat(broken.err()).contains("broken.png");
    }
}
