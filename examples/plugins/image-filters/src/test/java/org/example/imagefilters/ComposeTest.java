package org.example.imagefilters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.Mask;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Filters that put pictures together, turn them, or carry colours from one to another.
final class ComposeTest {
    private static final Filters FILTERS = new Filters();

    @AfterAll
    static void close() {
        FILTERS.close();
    }

    @ParameterizedTest
    @CsvSource({
        "normal, 0.3",
        "multiply, 0.12",
        "screen, 0.58",
        "overlay, 0.24",
        "darken, 0.3",
        "lighten, 0.4",
        "difference, 0.1"
    })
    void two_colours_mix_as_the_mode_says(String mode, float mixed) {
        assertThat(blend(0.4, 0.3, Map.of("mode", mode)).rgb()[0]).isCloseTo(mixed, within(1e-6f));
    }

    @Test
    void overlay_screens_what_is_light() {
        assertThat(blend(0.75, 0.6, Map.of("mode", "overlay")).rgb()[0]).isCloseTo(0.8f, within(1e-6f));
    }

    @Test
    void opacity_and_mask_say_how_much_the_upper_picture_shows() {
        assertThat(blend(0, 1, Map.of("opacity", 0.25)).rgb()[0]).isCloseTo(0.25f, within(1e-6f));
        Map<String, ?> inputs = Map.of(
                "image", Filters.plain(2, 1, 2, 0, 0, 0),
                "above", Filters.plain(1, 1, 2, 1, 1, 1),
                "mask", new Mask(1, 1, 2, new float[] {0, 1}));
        ImageBatch blended = FILTERS.run("blend", Map.of(), inputs).output("node.image", ImageBatch.class);
        for (int index = 0; index < 2; index++) {
            assertThat(Filters.at(blended, index, 1, 0, 0)).isEqualTo(0);
            assertThat(Filters.at(blended, index, 1, 0, 1)).isEqualTo(1);
        }
    }

    @Test
    void pictures_of_two_sizes_are_refused_with_what_to_do() {
        Map<String, ?> inputs =
                Map.of("image", Filters.plain(1, 2, 3, 0, 0, 0), "above", Filters.plain(1, 2, 2, 0, 0, 0));
        assertThat(FILTERS.run("blend", Map.of(), inputs).failure("node"))
                .contains("The pictures below are 3×2 pixels and those above 2×2; resize one of them with"
                        + " core:resize_image.");
    }

    private static ImageBatch blend(double below, double above, Map<String, ?> parameters) {
        Map<String, ?> inputs = Map.of(
                "image", Filters.plain(1, 1, 1, below, below, below),
                "above", Filters.plain(1, 1, 1, above, above, above));
        return FILTERS.run("blend", parameters, inputs).output("node.image", ImageBatch.class);
    }

    @ParameterizedTest
    @CsvSource({
        "left, 2 5 1 4 0 3",
        "right, 3 0 4 1 5 2",
        "half, 5 4 3 2 1 0",
        "mirror, 2 1 0 5 4 3",
        "flip, 3 4 5 0 1 2"
    })
    void a_turned_picture_has_its_pixels_elsewhere(String way, String order) {
        float[] rgb = new float[18];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = i / 20f;
        }
        ImageBatch turned = FILTERS.apply("turn", new ImageBatch(1, 2, 3, rgb), Map.of("way", way));
        boolean quarter = way.equals("left") || way.equals("right");
        assertThat(turned.height()).isEqualTo(quarter ? 3 : 2);
        assertThat(turned.width()).isEqualTo(quarter ? 2 : 3);
        List<String> places = List.of(order.split(" ", -1));
        for (int i = 0; i < 6; i++) {
            assertThat(turned.rgb()[6 + i]).isEqualTo(rgb[6 + Integer.parseInt(places.get(i))]);
        }
    }

    @Test
    void a_contact_sheet_holds_every_picture_in_its_place() {
        ImageBatch images = Filters.noise(3, 2, 4, 0, 1);
        ImageBatch sheet = FILTERS.apply("contact_sheet", images, Map.of("columns", 2, "gap", 1, "paper", 0.5));
        assertThat(sheet.batch()).isEqualTo(1);
        assertThat(sheet.width()).isEqualTo(1 + 2 * 5);
        assertThat(sheet.height()).isEqualTo(1 + 2 * 3);
        assertThat(Filters.at(sheet, 0, 0, 1, 1)).isEqualTo(Filters.at(images, 0, 0, 0, 0));
        assertThat(Filters.at(sheet, 0, 1, 2, 9)).isEqualTo(Filters.at(images, 1, 1, 1, 3));
        assertThat(Filters.at(sheet, 0, 2, 5, 4)).isEqualTo(Filters.at(images, 2, 2, 1, 3));
        assertThat(Filters.at(sheet, 0, 0, 0, 0)).isEqualTo(0.5f);
        assertThat(Filters.at(sheet, 0, 2, 5, 7)).isEqualTo(0.5f);
    }

    @Test
    void a_sheet_without_a_number_of_columns_is_about_square() {
        ImageBatch sheet = FILTERS.apply("contact_sheet", Filters.plain(5, 4, 4, 0, 0, 0), Map.of("gap", 0));
        assertThat(sheet.width()).isEqualTo(3 * 4);
        assertThat(sheet.height()).isEqualTo(2 * 4);
    }

    @Test
    void colours_are_carried_to_the_mean_and_spread_of_the_reference() {
        ImageBatch images = Filters.noise(2, 16, 16, 0.3, 0.5);
        ImageBatch reference = Filters.noise(1, 12, 20, 0.45, 0.75);
        ImageBatch matched = match(images, reference, 1);
        ColourStatistics wanted = new ColourStatistics(reference, 0);
        for (int index = 0; index < 2; index++) {
            ColourStatistics got = new ColourStatistics(matched, index);
            for (int channel = 0; channel < 3; channel++) {
                assertThat(got.mean(channel)).isCloseTo(wanted.mean(channel), within(1e-3));
                assertThat(got.deviation(channel)).isCloseTo(wanted.deviation(channel), within(1e-3));
            }
        }
    }

    @Test
    void a_picture_matched_to_itself_or_not_at_all_stays_as_it_is() {
        ImageBatch images = Filters.noise(1, 8, 8, 0, 1);
        assertThat(match(images, images, 1).rgb()).containsExactly(images.rgb(), within(1e-4f));
        assertThat(match(images, Filters.plain(1, 2, 2, 1, 0, 0), 0).rgb()).isEqualTo(images.rgb());
    }

    private static ImageBatch match(ImageBatch images, ImageBatch reference, double strength) {
        return FILTERS.run(
                        "match_colours", Map.of("strength", strength), Map.of("image", images, "reference", reference))
                .output("node.image", ImageBatch.class);
    }

    /// Published values of the corners of sRGB in CIELAB under D65.
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 53.24, 80.09, 67.20",
        "0, 1, 0, 87.73, -86.18, 83.18",
        "0, 0, 1, 32.30, 79.19, -107.86",
        "1, 1, 1, 100, 0, 0",
        "0, 0, 0, 0, 0, 0"
    })
    void colours_have_their_places_in_cielab(double red, double green, double blue, double l, double a, double b) {
        double[] colour = {red, green, blue};
        LabColour.fromRgb(colour);
        assertThat(colour).containsExactly(new double[] {l, a, b}, within(0.02));
        LabColour.toRgb(colour);
        assertThat(colour).containsExactly(new double[] {red, green, blue}, within(1e-5));
    }
}
