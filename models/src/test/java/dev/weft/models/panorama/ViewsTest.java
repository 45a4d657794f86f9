package dev.weft.models.panorama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsTest {
    private static final int CHANNELS = 2;

    @Test
    void views_lie_a_stride_apart_from_edge_to_edge() {
        assertThat(Views.covering(16, 40, 16, 8, false).all())
                .containsExactly(new View(0, 0), new View(0, 8), new View(0, 16), new View(0, 24));
    }

    @Test
    void a_rest_narrower_than_the_stride_gets_a_view_flush_with_the_edge() {
        assertThat(Views.covering(18, 20, 16, 8, false).all())
                .containsExactly(new View(0, 0), new View(0, 4), new View(2, 0), new View(2, 4));
    }

    @Test
    void circular_views_go_on_across_the_right_edge() {
        assertThat(Views.covering(4, 10, 4, 4, true).all())
                .containsExactly(new View(0, 0), new View(0, 4), new View(0, 8));
        Views views = Views.covering(1, 5, 1, 1, true);
        float[] panorama = {0, 1, 2, 3, 4};
        Views wide = Views.covering(3, 5, 3, 3, true);
        float[] rows = new float[15];
        System.arraycopy(panorama, 0, rows, 0, 5);
        float[] cut = new float[9];
        wide.copy(wide.all().getLast(), 1, rows, 0, cut, 0);
        assertThat(new float[] {cut[0], cut[1], cut[2]}).containsExactly(3, 4, 0);
        assertThat(views.all()).hasSize(5);
    }

    @Test
    void the_shares_of_all_views_add_up_to_what_they_were_cut_from() {
        for (boolean circular : List.of(true, false)) {
            Views views = Views.covering(7, 11, 4, 3, circular);
            float[] panorama = new float[CHANNELS * 7 * 11];
            for (int i = 0; i < panorama.length; i++) {
                panorama[i] = i;
            }
            float[] joint = new float[panorama.length];
            for (View view : views.all()) {
                float[] cut = new float[CHANNELS * 4 * 4];
                views.copy(view, CHANNELS, panorama, 0, cut, 0);
                views.addShare(view, CHANNELS, cut, 0, joint, 0);
            }
            assertThat(joint).usingComparatorWithPrecision(1e-3f).containsExactly(panorama);
        }
    }

    @Test
    void a_view_of_a_larger_picture_shows_the_same_place() {
        Views views = Views.covering(2, 3, 2, 1, true);
        float[] picture = new float[4 * 6];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = i;
        }
        float[] cut = new float[1 + 4 * 4];
        views.cut(new View(0, 2), 1, picture, 2, cut, 1);
        assertThat(cut).containsExactly(0, 4, 5, 0, 1, 10, 11, 6, 7, 16, 17, 12, 13, 22, 23, 18, 19);
    }

    @Test
    void strides_that_leave_gaps_and_panoramas_smaller_than_a_view_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Views.covering(16, 40, 16, 17, false))
                .withMessageContaining("choose 1 to 16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Views.covering(16, 8, 16, 8, true))
                .withMessageContaining("8 by 16");
    }
}
