package dev.weft.models.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.golden.Golden;
import dev.weft.models.image.ImageBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scores of the recorded pictures against `golden/metrics.safetensors`: embeddings that numpy computed in double
/// precision from the weights of `starter/metrics`, without ONNX Runtime.
class JudgesTest {
    private static final Path STARTER = Path.of("starter");
    private static final List<String> PROMPTS =
            List.of("airplane, glossy 3d gradient style", "house", "guitar", "rocket");
    private static final Offset<Double> TOLERANCE = Offset.offset(1e-4);

    private final Golden pictures = Golden.read("golden/sampling.safetensors");
    private final Golden embeddings = Golden.read("golden/metrics.safetensors");

    @TempDir
    private Path folder = Path.of("");

    private final JudgeLibrary library =
            new JudgeLibrary(BackendSettings.of(BackendChoice.parse("cpu")), List.of(Path.of("")));

    @AfterEach
    void close() {
        library.close();
    }

    private ImageBatch pictures(String name) {
        float[] signed = pictures.floats(name);
        float[] rgb = new float[signed.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = Math.clamp(signed[i] / 2 + 0.5f, 0f, 1f);
        }
        return new ImageBatch(4, 128, 128, rgb);
    }

    private double cosine(String first, int row, String second, int otherRow) {
        float[] left = embeddings.entry(first, row);
        float[] right = embeddings.entry(second, otherRow);
        double product = 0;
        double leftSquares = 0;
        double rightSquares = 0;
        for (int i = 0; i < left.length; i++) {
            product += (double) left[i] * right[i];
            leftSquares += (double) left[i] * left[i];
            rightSquares += (double) right[i] * right[i];
        }
        return product / Math.sqrt(leftSquares * rightSquares);
    }

    @Test
    void the_starter_judges_score_as_numpy_does() throws IOException {
        Judges judges = library.open("starter");
        for (String set : List.of("plain", "sa")) {
            SetScore score = judges.score(List.of(pictures(set + "_image")), PROMPTS, StopSignal.never());
            double sum = 0;
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    double expected = cosine("dino_" + set, i, "dino_" + set, j);
                    assertThat(score.consistency().at(i, j)).isCloseTo(expected, TOLERANCE);
                    sum += i == j ? 0 : expected;
                }
            }
            assertThat(score.consistency().mean()).isCloseTo(sum / 12, TOLERANCE);
            TextAlignment alignment = score.alignment().orElseThrow();
            double aligned = 0;
            for (int i = 0; i < 4; i++) {
                double expected = cosine("clip_" + set, i, "clip_text", i);
                assertThat(alignment.cosines().get(i)).isCloseTo(expected, TOLERANCE);
                aligned += expected;
            }
            assertThat(alignment.mean()).isCloseTo(aligned / 4, TOLERANCE);
        }
    }

    @Test
    void a_picture_that_another_prompt_fits_better_is_not_recognised() throws IOException {
        SetScore score = library.open("starter").score(List.of(pictures("plain_image")), PROMPTS, StopSignal.never());
        TextAlignment alignment = score.alignment().orElseThrow();
        for (int i = 0; i < 4; i++) {
            boolean best = true;
            for (int other = 0; other < 4; other++) {
                best &= cosine("clip_plain", i, "clip_text", other) <= cosine("clip_plain", i, "clip_text", i);
            }
            assertThat(alignment.recognised().get(i)).as("picture %d", i).isEqualTo(best);
        }
        assertThat(alignment.recognisedCount()).isEqualTo(3);
    }

    @Test
    void single_pictures_and_batches_are_one_set() throws IOException {
        ImageBatch set = pictures("sa_image");
        int size = set.rgb().length / 4;
        List<ImageBatch> singly = Arrays.asList(
                new ImageBatch(1, 128, 128, Arrays.copyOfRange(set.rgb(), 0, size)),
                new ImageBatch(2, 128, 128, Arrays.copyOfRange(set.rgb(), size, 3 * size)),
                new ImageBatch(1, 128, 128, Arrays.copyOfRange(set.rgb(), 3 * size, 4 * size)));
        Judges judges = library.open("starter");
        assertThat(judges.score(singly, List.of(), StopSignal.never())
                        .consistency()
                        .mean())
                .isCloseTo(
                        judges.score(List.of(set), List.of(), StopSignal.never())
                                .consistency()
                                .mean(),
                        Offset.offset(1e-6));
    }

    @Test
    void the_least_alike_pair_and_the_mean_of_a_picture_are_those_of_the_table() throws IOException {
        Similarity similarity = library.open("starter")
                .score(List.of(pictures("plain_image")), List.of(), StopSignal.never())
                .consistency();
        assertThat(similarity.least()).isEqualTo(new Similarity.Pair(1, 3));
        assertThat(similarity.pairs()).isEqualTo(6);
        double rows = 0;
        for (int i = 0; i < 4; i++) {
            assertThat(similarity.at(i, i)).isEqualTo(1);
            rows += similarity.mean(i);
        }
        assertThat(rows / 4).isCloseTo(similarity.mean(), Offset.offset(1e-12));
    }

    /// The starter's DINO with the configuration of a published one, against Pillow's resampling and numpy.
    @Test
    void a_published_dino_gets_pictures_as_its_configuration_says() throws IOException {
        Path dino = Files.createDirectories(folder.resolve("published/dino/onnx"));
        Files.copy(STARTER.resolve("metrics/dino.onnx"), dino.resolve("model.onnx"));
        Files.writeString(folder.resolve("published/dino/preprocessor_config.json"), """
                {"do_resize": true, "size": {"shortest_edge": 144}, "do_center_crop": true,
                 "crop_size": {"height": 128, "width": 128}, "resample": 3,
                 "image_mean": [0.485, 0.456, 0.406], "image_std": [0.229, 0.224, 0.225]}
                """);
        try (JudgeLibrary own = library(folder)) {
            Similarity similarity = own.open("published")
                    .score(List.of(pattern(0), pattern(1)), List.of(), StopSignal.never())
                    .consistency();
            // Pillow works on whole levels, which moves the embeddings a little.
            assertThat(similarity.at(0, 1)).isCloseTo(0.92383, Offset.offset(2e-3));
        }
    }

    @Test
    void a_published_clip_of_one_file_scores_as_its_halves_do() throws IOException {
        Path metrics = STARTER.resolve("metrics");
        String configuration = """
                {"size": 128, "crop_size": 128, "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5]}
                """;
        for (String name : List.of("one", "two")) {
            Path dino = Files.createDirectories(folder.resolve(name + "/dino"));
            Files.copy(metrics.resolve("dino.onnx"), dino.resolve("model.onnx"));
            Files.writeString(dino.resolve("preprocessor_config.json"), configuration);
            Path clip = folder.resolve(name + "/clip");
            Files.createDirectories(clip.resolve("onnx"));
            Files.writeString(clip.resolve("preprocessor_config.json"), configuration);
            for (String file : List.of("vocab.json", "merges.txt", "tokenizer_config.json")) {
                Files.copy(STARTER.resolve("tokenizer").resolve(file), clip.resolve(file));
            }
        }
        Path one = folder.resolve("one/clip/model.onnx");
        Files.write(one, PublishedClip.whole(metrics.resolve("clip_image.onnx"), metrics.resolve("clip_text.onnx")));
        Path two = folder.resolve("two/clip/onnx");
        Files.copy(metrics.resolve("clip_image.onnx"), two.resolve("vision_model.onnx"));
        Files.copy(metrics.resolve("clip_text.onnx"), two.resolve("text_model.onnx"));
        List<ImageBatch> set = List.of(pictures("plain_image"));
        try (JudgeLibrary own = library(folder)) {
            for (String name : List.of("one", "two")) {
                TextAlignment alignment = own.open(name)
                        .score(set, PROMPTS, StopSignal.never())
                        .alignment()
                        .orElseThrow();
                for (int i = 0; i < 4; i++) {
                    assertThat(alignment.cosines().get(i))
                            .isCloseTo(cosine("clip_plain", i, "clip_text", i), TOLERANCE);
                }
            }
        }
    }

    private static ImageBatch pattern(int kind) {
        int width = 170;
        int height = 150;
        float[] rgb = new float[3 * width * height];
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int level =
                            (x * (3 + kind) + y * (5 - kind) * (channel + 1) + x * y / (7 + kind) + channel * 40) % 256;
                    rgb[(channel * height + y) * width + x] = level / 255f;
                }
            }
        }
        return new ImageBatch(1, height, width, rgb);
    }

    private static JudgeLibrary library(Path root) {
        return new JudgeLibrary(BackendSettings.of(BackendChoice.parse("cpu")), List.of(root));
    }

    @Test
    void missing_judges_are_named_with_where_they_were_looked_for() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        try (JudgeLibrary own = library(folder)) {
            assertThatThrownBy(() -> own.open("empty"))
                    .isInstanceOf(JudgeException.class)
                    .hasMessageContaining("no dino.onnx")
                    .hasMessageContaining(folder.resolve("empty").toString());
            assertThatThrownBy(() -> own.open("../other")).hasMessageContaining("no name of a model");
            assertThatThrownBy(() -> own.open("nul\0l")).hasMessageContaining("no name of a model");
        }
    }

    @Test
    void a_published_model_without_its_configuration_is_refused() throws IOException {
        Path dino = Files.createDirectories(folder.resolve("bare/dino"));
        Files.copy(STARTER.resolve("metrics/dino.onnx"), dino.resolve("model.onnx"));
        try (JudgeLibrary own = library(folder)) {
            assertThatThrownBy(() -> own.open("bare")).hasMessageContaining("lacks preprocessor_config.json");
            Files.writeString(dino.resolve("preprocessor_config.json"), """
                    {"size": 64, "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0]}
                    """);
            assertThatThrownBy(() -> own.open("bare")).hasMessageContaining("image_std");
            Files.writeString(dino.resolve("preprocessor_config.json"), """
                    {"size": 64, "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5]}
                    """);
            Judges judges = own.open("bare");
            assertThatThrownBy(() -> judges.score(List.of(pattern(0), pattern(1)), List.of(), StopSignal.never()))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("takes pictures of 128×128 pixels")
                    .hasMessageContaining("64×64");
        }
    }

    @Test
    void prompts_without_a_clip_and_models_of_another_kind_are_refused() throws IOException {
        Path metrics = Files.createDirectories(folder.resolve("half/metrics"));
        Files.copy(STARTER.resolve("metrics/dino.onnx"), metrics.resolve("dino.onnx"));
        Path wrong = Files.createDirectories(folder.resolve("wrong/metrics"));
        Files.copy(STARTER.resolve("metrics/clip_text.onnx"), wrong.resolve("dino.onnx"));
        List<ImageBatch> set = List.of(pattern(0), pattern(1));
        try (JudgeLibrary own = library(folder)) {
            Judges half = own.open("half");
            assertThat(half.readTexts()).isFalse();
            assertThatThrownBy(() -> half.score(set, List.of("a", "b"), StopSignal.never()))
                    .hasMessageContaining("holds no CLIP");
            Judges other = own.open("wrong");
            assertThatThrownBy(() -> other.score(set, List.of(), StopSignal.never()))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("takes [input_ids] and so no pictures");
        }
    }

    @Test
    void one_picture_is_no_set_and_prompts_are_one_a_picture() throws IOException {
        Judges judges = library.open("starter");
        assertThatThrownBy(() -> judges.score(List.of(pattern(0)), List.of(), StopSignal.never()))
                .hasMessageContaining("at least two pictures");
        assertThatThrownBy(
                        () -> judges.score(List.of(pattern(0), pattern(1)), List.of("a", "b", "c"), StopSignal.never()))
                .hasMessageContaining("3 prompts for 2 pictures");
    }
}
