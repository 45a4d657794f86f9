package org.example.imagefilters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.models.image.ImageBatch;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Filters that make one picture of one picture, against sums that are worked out here.
final class FilterTest {
    private static final Filters FILTERS = new Filters();

    @AfterAll
    static void close() {
        FILTERS.close();
    }

    @Test
    void a_blur_is_the_sum_over_all_neighbours_by_the_bell_curve() {
        ImageBatch images = Filters.noise(2, 7, 9, 0, 1);
        ImageBatch blurred = FILTERS.apply("blur", images, Map.of("radius", 1.5));
        for (int y = 0; y < 7; y++) {
            for (int x = 0; x < 9; x++) {
                assertThat(Filters.at(blurred, 1, 2, y, x))
                        .isCloseTo((float) bellSum(images, 1, 2, y, x, 1.5), within(1e-5f));
            }
        }
    }

    /// Straight from the definition, in two dimensions at once; as far out as the filter looks.
    private static double bellSum(ImageBatch images, int index, int channel, int y, int x, double radius) {
        int reach = (int) Math.ceil(3 * radius);
        double sum = 0;
        double weights = 0;
        for (int down = -reach; down <= reach; down++) {
            for (int across = -reach; across <= reach; across++) {
                double weight = Math.exp(-(down * down + across * across) / (2 * radius * radius));
                int row = Math.clamp(y + down, 0, images.height() - 1);
                int column = Math.clamp(x + across, 0, images.width() - 1);
                sum += weight * Filters.at(images, index, channel, row, column);
                weights += weight;
            }
        }
        return sum / weights;
    }

    @Test
    void a_blur_of_nothing_and_of_one_colour_changes_nothing() {
        ImageBatch images = Filters.noise(1, 4, 4, 0, 1);
        assertThat(FILTERS.apply("blur", images, Map.of("radius", 0)).rgb()).isEqualTo(images.rgb());
        ImageBatch plain = Filters.plain(1, 5, 3, 0.2, 0.4, 0.6);
        assertThat(FILTERS.apply("blur", plain, Map.of("radius", 4)).rgb()).containsExactly(plain.rgb(), within(1e-6f));
    }

    @Test
    void sharpening_adds_what_a_blur_takes_away() {
        ImageBatch images = Filters.noise(1, 6, 6, 0.4, 0.6);
        ImageBatch sharpened = FILTERS.apply("sharpen", images, Map.of("amount", 0.5, "radius", 1));
        double blurred = bellSum(images, 0, 1, 2, 3, 1);
        float given = Filters.at(images, 0, 1, 2, 3);
        assertThat(Filters.at(sharpened, 0, 1, 2, 3))
                .isCloseTo((float) (given + 0.5 * (given - blurred)), within(1e-5f));
        assertThat(FILTERS.apply("sharpen", images, Map.of("threshold", 1)).rgb())
                .isEqualTo(images.rgb());
    }

    @Test
    void levels_stretch_what_lies_between_black_and_white() {
        ImageBatch images = Filters.plain(1, 1, 1, 0.25, 0.5, 0.9);
        ImageBatch stretched = FILTERS.apply("levels", images, Map.of("black", 0.25, "white", 0.75, "gamma", 2));
        assertThat(stretched.rgb()).containsExactly(new float[] {0, (float) Math.sqrt(0.5), 1}, within(1e-6f));
    }

    @Test
    void levels_with_black_above_white_are_refused_with_what_to_do() {
        assertThat(FILTERS.run(
                                "levels",
                                Map.of("black", 0.8, "white", 0.2),
                                Map.of("image", Filters.plain(1, 1, 1, 0, 0, 0)))
                        .failure("node"))
                .contains("What becomes black (0.8) is not below what becomes white (0.2); lower 'black' or raise"
                        + " 'white'.");
    }

    @Test
    void without_saturation_all_is_grey_of_the_same_brightness() {
        ImageBatch red = Filters.plain(1, 1, 1, 1, 0, 0);
        assertThat(FILTERS.apply("adjust_colours", red, Map.of("saturation", 0)).rgb())
                .containsExactly(new float[] {0.2126f, 0.2126f, 0.2126f}, within(1e-6f));
    }

    @Test
    void contrast_brightness_and_warmth_are_added_up() {
        ImageBatch images = Filters.plain(1, 1, 1, 0.6, 0.5, 0.3);
        Map<String, Double> much = Map.of("contrast", 2.0, "brightness", 0.1, "warmth", 1.0);
        assertThat(FILTERS.apply("adjust_colours", images, much).rgb())
                .containsExactly(new float[] {0.9f, 0.6f, 0.1f}, within(1e-6f));
    }

    @Test
    void few_shades_are_the_nearest_ones() {
        ImageBatch images = Filters.plain(1, 1, 1, 0.1, 0.5, 0.8);
        assertThat(FILTERS.apply("posterise", images, Map.of("shades", 3)).rgb())
                .containsExactly(new float[] {0, 0.5f, 1}, within(1e-6f));
    }

    @Test
    void a_pattern_of_two_shades_has_the_brightness_between_them() {
        ImageBatch images = Filters.plain(1, 8, 8, 0.25, 0.5, 0.75);
        ImageBatch dotted = FILTERS.apply("posterise", images, Map.of("shades", 2, "dither", "pattern"));
        for (int channel = 0; channel < 3; channel++) {
            int white = 0;
            for (int pixel = 0; pixel < 64; pixel++) {
                float value = Filters.at(dotted, 0, channel, pixel / 8, pixel % 8);
                assertThat(value).isIn(0f, 1f);
                white += (int) value;
            }
            assertThat(white).isEqualTo(16 * (channel + 1));
        }
    }

    @Test
    void grain_has_the_strength_that_was_asked_for_and_the_same_seed_the_same_grain() {
        ImageBatch grey = Filters.plain(1, 128, 128, 0.5, 0.5, 0.5);
        Map<String, ?> parameters = Map.of("amount", 0.05, "coloured", true, "seed", 5);
        float[] grained = FILTERS.apply("grain", grey, parameters).rgb();
        double squares = 0;
        for (float value : grained) {
            squares += (value - 0.5) * (value - 0.5);
        }
        // The standard deviation of 49,152 draws is known to about a third of a percent.
        assertThat(Math.sqrt(squares / grained.length)).isCloseTo(0.05, within(0.0008));
        assertThat(FILTERS.apply("grain", grey, parameters).rgb()).isEqualTo(grained);
        assertThat(FILTERS.apply("grain", grey, Map.of("amount", 0.05, "coloured", true, "seed", 6))
                        .rgb())
                .isNotEqualTo(grained);
    }

    @Test
    void grey_grain_keeps_grey_and_black_stays_black() {
        ImageBatch grained = FILTERS.apply("grain", Filters.plain(1, 9, 9, 0.5, 0.5, 0.5), Map.of("amount", 0.2));
        assertThat(Filters.at(grained, 0, 0, 4, 4)).isEqualTo(Filters.at(grained, 0, 2, 4, 4));
        ImageBatch black = Filters.plain(1, 9, 9, 0, 0, 0);
        assertThat(FILTERS.apply("grain", black, Map.of("amount", 1)).rgb()).isEqualTo(black.rgb());
    }

    @Test
    void a_vignette_leaves_the_middle_and_darkens_all_corners_alike() {
        ImageBatch white = Filters.plain(1, 31, 41, 1, 1, 1);
        ImageBatch dark = FILTERS.apply("vignette", white, Map.of("strength", 0.8, "start", 0.3));
        assertThat(Filters.at(dark, 0, 0, 15, 20)).isEqualTo(1);
        float corner = Filters.at(dark, 0, 0, 0, 0);
        assertThat(corner).isBetween(0.2f, 0.25f);
        assertThat(Filters.at(dark, 0, 1, 30, 40)).isEqualTo(corner);
        assertThat(Filters.at(dark, 0, 2, 0, 40)).isEqualTo(corner);
    }
}
