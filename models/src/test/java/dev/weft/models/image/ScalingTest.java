package dev.weft.models.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScalingTest {
    private static final int WIDTH = 9;
    private static final int HEIGHT = 7;

    private static Mask picture() {
        float[] values = new float[HEIGHT * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * i * 37 % 101 / 101f;
        }
        return new Mask(1, HEIGHT, WIDTH, values);
    }

    /// Each line: filter, width, height and the values of the picture above as Pillow scales them in mode F.
    @Test
    void pictures_are_scaled_as_by_pillow() throws IOException {
        for (String line : Files.readAllLines(Path.of("src/test/resources/images/scaled.txt"))) {
            String[] words = line.split(" ", -1);
            int width = Integer.parseInt(words[1]);
            int height = Integer.parseInt(words[2]);
            float[] expected = new float[width * height];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = Float.parseFloat(words[3 + i]);
            }
            ScaleFilter filter = ScaleFilter.named(words[0]).orElseThrow();
            Mask scaled = new Scaling(height, width, filter, false).of(picture());
            assertThat(scaled.values()).usingComparatorWithPrecision(1e-5f).containsExactly(expected);
        }
    }

    @Test
    void the_nearest_pixel_is_taken_whole() {
        Mask two = new Mask(1, 1, 2, new float[] {0.25f, 0.75f});
        Mask scaled = new Scaling(2, 5, ScaleFilter.NEAREST, false).of(two);
        assertThat(scaled.values())
                .containsExactly(0.25f, 0.25f, 0.75f, 0.75f, 0.75f, 0.25f, 0.25f, 0.75f, 0.75f, 0.75f);
    }

    @ParameterizedTest
    @EnumSource
    void a_plain_colour_stays_the_same_and_every_picture_and_channel_its_own(ScaleFilter filter) {
        float[] rgb = new float[2 * 3 * 20];
        for (int i = 0; i < rgb.length; i++) {
            int plane = i / 20;
            rgb[i] = plane / 8f;
        }
        ImageBatch scaled = new Scaling(11, 3, filter, true).of(new ImageBatch(2, 4, 5, rgb));
        for (int i = 0; i < scaled.rgb().length; i++) {
            int plane = i / 33;
            assertThat(scaled.rgb()[i]).isCloseTo(plane / 8f, within(1e-6f));
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 4, 4, 4, 2345", "4, 8, 4, 4, 0123", "8, 1, 2, 1, 34", "3, 1, 1, 1, 1"})
    void what_is_beyond_the_new_shape_is_cut_off_on_both_sides(
            int width, int height, int newWidth, int newHeight, String columns) {
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % width / 10f;
        }
        Mask cut = new Scaling(newHeight, newWidth, ScaleFilter.NEAREST, true).of(new Mask(1, height, width, values));
        StringBuilder first = new StringBuilder();
        for (int x = 0; x < newWidth; x++) {
            first.append(Math.round(cut.values()[x] * 10));
        }
        assertThat(first).hasToString(columns);
    }

    @Test
    void the_middle_of_pictures_is_what_is_left_when_all_sides_are_cut() {
        float[] rgb = new float[2 * 3 * 4 * 5];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = i;
        }
        ImageBatch middle = new ImageBatch(2, 4, 5, rgb).middle(2, 2);
        assertThat(middle.rgb())
                .startsWith(6, 7, 11, 12, 26, 27, 31, 32)
                .endsWith(106, 107, 111, 112)
                .hasSize(24);
    }
}
