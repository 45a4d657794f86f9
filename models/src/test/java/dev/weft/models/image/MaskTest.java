package dev.weft.models.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/// The numbers are those of `torch.nn.functional.interpolate(mode="bilinear", align_corners=False)`.
class MaskTest {
    @Test
    void enlarging_goes_evenly_from_pixel_to_pixel() {
        Mask mask = new Mask(1, 1, 2, new float[] {0, 1}).resized(2, 4);
        assertThat(mask.values()).containsExactly(0, 0.25f, 0.75f, 1, 0, 0.25f, 0.75f, 1);
    }

    @Test
    void reducing_takes_what_lies_at_the_centre_of_each_new_pixel() {
        float[] values = {
            0, 0, 0, 0, 1, 0, 0, 0, //
            0, 0, 0, 0, 0, 0, 0, 0, //
            0, 1, 1, 0, 0, 1, 0, 1, //
            0, 1, 0, 0, 0, 1, 0, 1
        };
        assertThat(new Mask(1, 4, 8, values).resized(1, 2).values()).containsExactly(0.5f, 0.25f);
        assertThat(new Mask(2, 2, 8, values).resized(2, 4).values())
                .containsExactly(0, 0, 0.5f, 0, 0, 0, 0, 0, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0, 0.5f, 0.5f);
    }

    @Test
    void a_mask_of_the_wanted_size_stays_as_it_is() {
        Mask mask = new Mask(1, 1, 3, new float[] {0.1f, 0.2f, 0.3f});
        assertThat(mask.resized(1, 3)).isSameAs(mask);
    }

    @Test
    void values_that_do_not_fill_the_sizes_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Mask(1, 2, 2, new float[3]));
    }
}
