package dev.weft.models.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.image.ImageBatch;
import org.junit.jupiter.api.Test;

class FittedPicturesTest {
    @Test
    void a_picture_of_the_right_size_is_taken_as_it_is() {
        ImageBatch picture = columns(4, 4);
        assertThat(FittedPictures.of(picture, 4, 4).values()).isSameAs(picture.rgb());
    }

    @Test
    void a_larger_picture_of_the_same_shape_gives_the_pixels_nearest_to_the_middles() {
        // Middles of 2 pixels over 6 lie at 1.5 and 4.5.
        assertThat(FittedPictures.of(columns(6, 6), 2, 2).values()).containsExactly(1, 4, 1, 4, 1, 4, 1, 4, 1, 4, 1, 4);
    }

    @Test
    void a_smaller_picture_is_enlarged_without_new_colours() {
        assertThat(FittedPictures.of(columns(2, 1), 2, 4).values())
                .startsWith(0, 0, 1, 1, 0, 0, 1, 1)
                .hasSize(24);
    }

    @Test
    void a_picture_of_another_shape_is_cut_at_both_sides() {
        // Of 8 columns the middle 4 have the shape of a square.
        assertThat(FittedPictures.of(columns(8, 4), 2, 2).values()).startsWith(3, 5, 3, 5);
        assertThat(FittedPictures.of(columns(2, 4), 1, 1).values()).containsExactly(1, 1, 1);
    }

    @Test
    void another_size_is_said() {
        assertThat(FittedPictures.remark("canny", columns(4, 4), 4, 4)).isEmpty();
        assertThat(FittedPictures.remark("canny", columns(6, 6), 2, 2))
                .hasValue(
                        "The picture for the ControlNet canny has 6 by 6 pixels; it was resized to the 2 by 2 that are"
                                + " drawn.");
        assertThat(FittedPictures.remark("canny", columns(8, 4), 2, 2))
                .hasValue(
                        "The picture for the ControlNet canny has 8 by 4 pixels; it was cut at two sides and resized to"
                                + " the 2 by 2 that are drawn.");
    }

    /// Each pixel is its column's number.
    private static ImageBatch columns(int width, int height) {
        float[] rgb = new float[3 * width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = i % width;
        }
        return new ImageBatch(1, height, width, rgb);
    }
}
