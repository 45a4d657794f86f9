package dev.weft.models.panorama;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CircularEdgesTest {
    private static final float[] TWO_LINES = {1, 2, 3, 4, 5, 6};

    @Test
    void beyond_each_edge_lies_what_is_at_the_other() {
        assertThat(CircularEdges.extended(TWO_LINES, 3, 2)).containsExactly(2, 3, 1, 2, 3, 1, 2, 5, 6, 4, 5, 6, 4, 5);
    }

    @Test
    void what_was_added_can_be_cut_off_again() {
        assertThat(CircularEdges.cut(CircularEdges.extended(TWO_LINES, 3, 1), 3, 1))
                .containsExactly(TWO_LINES);
    }
}
