package dev.weft.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharingLevelsTest {
    /// Rows worked out by hand from the authors' rule; `x` is a layer that attends only to itself.
    @ParameterizedTest
    @CsvSource({
        "4, 0.0, ----",
        "4, 1.0, xxxx",
        "4, 0.5, x-x-",
        "4, 0.25, x---",
        "4, 0.75, -xxx",
        "16, 0.3, x---x---x---x---",
        "10, 0.45, x-x-x-x-x-",
        "5, 0.7, -xxxx",
    })
    void layers_are_chosen_as_in_the_authors_code(int layers, double level, String expected) {
        StringBuilder chosen = new StringBuilder();
        for (boolean unshared : SharingLevels.unshared(layers, level)) {
            chosen.append(unshared ? 'x' : '-');
        }

        assertThat(chosen).hasToString(expected);
    }

    @Test
    void a_level_of_less_than_one_layer_leaves_all_layers_as_they_are() {
        assertThat(SharingLevels.unshared(4, 0.1)).containsOnly(false);
        assertThat(SharingLevels.unshared(4, 0.9)).containsOnly(true);
        assertThat(SharingLevels.unshared(0, 0.5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "1.1", "NaN"})
    void a_level_outside_its_range_is_refused(double level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SharingLevels.unshared(4, level))
                .withMessageContaining("only_self_level");
    }
}
