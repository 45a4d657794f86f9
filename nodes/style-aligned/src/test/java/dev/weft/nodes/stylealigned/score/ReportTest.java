package dev.weft.nodes.stylealigned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.image.ImageBatch;
import dev.weft.models.metrics.Embeddings;
import dev.weft.models.metrics.SetScore;
import dev.weft.models.metrics.Similarity;
import dev.weft.models.metrics.TextAlignment;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reports of sets whose scores are known beforehand.
class ReportTest {
    /// Cosines 0.6, 0 and 0.8.
    private static final float[] THREE_DIRECTIONS = {1, 0, 0.6f, 0.8f, 0, 1};

    private static ScoreReport report() {
        Similarity similarity = Similarity.of(Embeddings.of("a model", 3, 2, THREE_DIRECTIONS));
        TextAlignment alignment = new TextAlignment(
                List.of("house", "a \"red\" guitar", "boat"), List.of(0.5, -0.25, 0.1), List.of(true, true, false));
        return new ScoreReport(
                "set",
                "starter",
                List.of("a.png", "b.png", "c.png"),
                new SetScore(similarity, Optional.of(alignment)),
                List.of("A remark."));
    }

    private static ScoreReport large(int count) {
        Random random = new Random(7);
        float[] vectors = new float[count * 4];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = random.nextFloat() - 0.3f;
        }
        return new ScoreReport(
                "large",
                "starter",
                IntStream.range(0, count)
                        .mapToObj(i -> "a rather long name of a picture, number " + i + ".png")
                        .toList(),
                new SetScore(Similarity.of(Embeddings.of("a model", count, 4, vectors)), Optional.empty()),
                List.of());
    }

    private static List<Thumbnail> thumbnails(int count) {
        List<Thumbnail> thumbnails = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            thumbnails.add(Thumbnail.of(new ImageBatch(1, 8, 12, new float[3 * 8 * 12])));
        }
        return thumbnails;
    }

    @Test
    void the_table_tells_means_the_least_alike_and_each_picture() {
        assertThat(ReportTable.of(report())).isEqualTo("""
                set: 3 pictures, judged by starter

                set consistency   0.467  mean cosine of the DINO embeddings of 3 pairs
                least alike       0.000  a.png and c.png
                text alignment    0.117  mean cosine of the CLIP embeddings of picture and prompt
                recognised           2  of 3 pictures fit their own prompt best

                  no  picture  to the others  to its prompt  prompt
                   1  a.png            0.300          0.500  house
                   2  b.png            0.700         -0.250  a "red" guitar
                   3  c.png            0.400          0.100  boat  (another prompt fits better)
                Note: A remark.
                """);
    }

    @Test
    void the_json_holds_all_numbers_on_one_line() {
        assertThat(ReportJson.of(report()))
                .doesNotContain("\n")
                .contains("\"set_consistency\": 0.466667", "\"text_alignment\": 0.116667", "\"recognised\": 2")
                .contains("\"cosines\": [[1.000000, 0.600000, 0.000000], [0.600000, 1.000000, 0.800000]")
                .contains("\"prompt\": \"a \\\"red\\\" guitar\"", "\"remarks\": [\"A remark.\"]");
        assertThat(ReportJson.of(large(2))).contains("\"text_alignment\": null", "\"recognised\": null");
    }

    @Test
    void each_cell_of_the_matrix_has_the_colour_of_its_cosine() {
        ScoreReport report = report();
        ImageBatch picture = new MatrixPicture(report, thumbnails(3)).draw();
        // Labels make the left edge depend on the font, so it is found by the blank cells of the diagonal.
        int[] corner = firstBlank(picture);
        int cell = 56 * 2;
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                Color expected = row == column
                        ? ColourScale.BLANK
                        : ColourScale.of(report.score().consistency().at(row, column));
                assertThat(colour(picture, corner[0] + column * cell + 4, corner[1] + row * cell + 4))
                        .as("row %d, column %d", row, column)
                        .isEqualTo(expected);
            }
        }
    }

    private static int[] firstBlank(ImageBatch picture) {
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                if (colour(picture, x, y).equals(ColourScale.BLANK)
                        && colour(picture, x + 20, y + 20).equals(ColourScale.BLANK)) {
                    return new int[] {x, y};
                }
            }
        }
        throw new AssertionError("there is no diagonal");
    }

    private static Color colour(ImageBatch picture, int x, int y) {
        return new Color(picture.level(0, 0, y, x), picture.level(0, 1, y, x), picture.level(0, 2, y, x));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 12, 13, 24, 25, 60, 100, 400, 2000})
    void sets_of_any_size_fit_into_a_picture_with_an_empty_rim(int count) {
        ImageBatch picture = new MatrixPicture(large(count), thumbnails(count)).draw();
        assertThat(picture.width()).isBetween(500, 4600);
        assertThat(picture.height()).isBetween(400, 4600);
        for (int i = 0; i < picture.width(); i++) {
            assertThat(colour(picture, i, 2)).isEqualTo(Color.WHITE);
            assertThat(colour(picture, i, picture.height() - 3)).isEqualTo(Color.WHITE);
        }
        for (int i = 0; i < picture.height(); i++) {
            assertThat(colour(picture, 2, i)).isEqualTo(Color.WHITE);
            assertThat(colour(picture, picture.width() - 3, i)).isEqualTo(Color.WHITE);
        }
    }

    /// WCAG 2.2 asks for a contrast of 4.5 for text.
    @Test
    void numbers_stand_out_on_every_colour() {
        for (int step = -100; step <= 100; step++) {
            Color ground = ColourScale.of(step / 100.0);
            double first = ColourScale.luminance(ground);
            double second = ColourScale.luminance(ColourScale.inkOn(ground));
            double contrast = (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
            assertThat(contrast).as("cosine %d %%", step).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void a_thumbnail_keeps_proportions_and_the_mean_colour() {
        float[] rgb = new float[3 * 300 * 150];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = i % 2;
        }
        Thumbnail thumbnail = Thumbnail.of(new ImageBatch(1, 150, 300, rgb));
        assertThat(thumbnail.image().getWidth()).isEqualTo(Thumbnail.SIDE);
        assertThat(thumbnail.image().getHeight()).isEqualTo(Thumbnail.SIDE / 2);
        Color first = new Color(thumbnail.image().getRGB(0, 0));
        assertThat(first.getRed()).isBetween(100, 155);
    }
}
