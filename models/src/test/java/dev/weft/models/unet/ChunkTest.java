package dev.weft.models.unet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkTest {
    private static final StyleAlignment JOINED = new StyleAlignment(true, true, true, false, true, true, 1, 0, 0);

    @Test
    void every_row_is_wanted_once_and_lies_beside_its_reference() {
        for (int pictures = 1; pictures <= 6; pictures++) {
            for (int reference = 0; reference < pictures; reference++) {
                Sharing sharing =
                        Sharing.within(StyleAlignment.defaults(), 2, pictures, List.of(Reference.of(reference)));
                for (int limit = 1; limit <= 2 * pictures; limit++) {
                    assertComplete(Chunk.plan(2 * pictures, limit, sharing), 2 * pictures, Math.max(2, limit), sharing);
                }
            }
        }
    }

    private static void assertComplete(List<Chunk> chunks, int rows, int limit, Sharing sharing) {
        List<Integer> wanted = new ArrayList<>();
        for (Chunk chunk : chunks) {
            assertThat(chunk.size()).isLessThanOrEqualTo(limit);
            assertThat(chunk.rows()).doesNotHaveDuplicates();
            for (int row = 0; row < chunk.size(); row++) {
                if (chunk.wanted().get(row)) {
                    wanted.add(chunk.rows().get(row));
                }
                int reference = chunk.rows().get(chunk.references().get(row).getFirst());
                assertThat(reference).isEqualTo(sharing.reference(chunk.rows().get(row), 0));
            }
        }
        assertThat(wanted).hasSize(rows).doesNotHaveDuplicates();
    }

    @Test
    void a_call_of_one_row_cannot_share_and_so_takes_two() {
        Sharing sharing = Sharing.within(StyleAlignment.defaults(), 1, 3, List.of(Reference.of(0)));
        assertThat(Chunk.plan(3, 1, sharing))
                .extracting(Chunk::rows)
                .containsExactly(List.of(0), List.of(1, 0), List.of(2, 0));
    }

    @Test
    void rows_that_stand_alone_are_cut_evenly() {
        assertThat(Chunk.plan(7, 3, Sharing.plain())).extracting(Chunk::size).containsExactly(3, 3, 1);
    }

    @Test
    void joined_halves_are_never_cut() {
        Sharing sharing = Sharing.within(JOINED, 2, 3, List.of(Reference.of(0)));
        assertThat(Chunk.plan(6, 4, sharing))
                .extracting(Chunk::rows)
                .containsExactly(List.of(0, 1, 2), List.of(3, 4, 5));
        assertThat(Chunk.plan(6, 1, sharing)).hasSize(2);
        assertThat(Chunk.plan(6, 6, sharing)).hasSize(1);
    }

    @Test
    void a_fixed_batch_is_filled_with_copies_whose_results_nobody_wants() {
        Chunk filled = Chunk.plan(3, 8, Sharing.plain()).getFirst().filled(8);
        assertThat(filled.size()).isEqualTo(8);
        assertThat(filled.wanted()).containsExactly(true, true, true, false, false, false, false, false);
    }

    @Test
    void a_reference_outside_the_batch_is_refused() {
        assertThatThrownBy(() -> Sharing.within(StyleAlignment.defaults(), 2, 4, List.of(Reference.of(4))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The reference is 4, but the batch has the rows 0 to 3.");
    }
}
