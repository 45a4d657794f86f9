package dev.weft.models.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Levels against those of Pillow 9.4 (`Image.resize` of an 8-bit grey picture of 23×17 pixels).
class ResamplingTest {
    private static final int WIDTH = 23;
    private static final int HEIGHT = 17;
    /// Pillow rounds to whole levels after each axis.
    private static final double TOLERANCE = 1.5;

    private static final int[] BILINEAR_8_BY_6 = {
        114, 125, 122, 120, 126, 124, 127, 141, 122, 143, 133, 135, 126, 143, 137, 137, 122, 130, 131, 130, 133, 129,
        133, 150, 153, 129, 119, 129, 142, 121, 118, 132, 128, 103, 95, 133, 138, 125, 135, 117, 143, 111, 113, 137,
        136, 120, 136, 150
    };
    private static final int[] BICUBIC_8_BY_6 = {
        110, 127, 121, 119, 128, 119, 129, 139, 122, 144, 135, 135, 123, 149, 137, 134, 120, 129, 132, 130, 134, 128,
        132, 154, 160, 131, 116, 130, 146, 117, 114, 135, 127, 101, 88, 135, 138, 124, 134, 118, 144, 108, 112, 139,
        137, 117, 141, 148
    };
    /// From level 600 on.
    private static final int[] BICUBIC_40_BY_31 = {
        229, 162, 57, 85, 155, 227, 212, 94, 105, 170, 79, 5, 61, 130, 191, 130
    };

    private static float[] picture() {
        float[] plane = new float[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                plane[y * WIDTH + x] = (x * 37 + y * 91 + x * y * 7) % 256 / 255f;
            }
        }
        return plane;
    }

    private static void assertLevels(float[] scaled, int from, int[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(scaled[from + i] * 255.0)
                    .as("level %d", from + i)
                    .isCloseTo(expected[i], Offset.offset(TOLERANCE));
        }
    }

    @Test
    void reducing_agrees_with_pillow() {
        assertLevels(Resampling.BILINEAR.scale(picture(), HEIGHT, WIDTH, 6, 8), 0, BILINEAR_8_BY_6);
        assertLevels(Resampling.BICUBIC.scale(picture(), HEIGHT, WIDTH, 6, 8), 0, BICUBIC_8_BY_6);
    }

    @Test
    void enlarging_agrees_with_pillow() {
        assertLevels(Resampling.BICUBIC.scale(picture(), HEIGHT, WIDTH, 31, 40), 600, BICUBIC_40_BY_31);
    }

    @Test
    void the_same_size_changes_nothing() {
        assertThat(Resampling.BICUBIC.scale(picture(), HEIGHT, WIDTH, HEIGHT, WIDTH))
                .containsExactly(picture());
    }

    @Property(tries = 100)
    void a_plain_colour_stays_that_colour(
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int newHeight,
            @ForAll @IntRange(min = 1, max = 40) int newWidth) {
        float[] plane = new float[height * width];
        Arrays.fill(plane, 0.25f);
        for (Resampling resampling : Resampling.values()) {
            float[] scaled = resampling.scale(plane, height, width, newHeight, newWidth);
            assertThat(scaled).hasSize(newHeight * newWidth);
            for (float value : scaled) {
                assertThat(value).isCloseTo(0.25f, Offset.offset(1e-6f));
            }
        }
    }
}
