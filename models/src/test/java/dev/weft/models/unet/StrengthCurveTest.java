package dev.weft.models.unet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrengthCurveTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "0.25, 1", "0.5, 1", "0.75, 0.5", "0.9, 0.2", "1, 0"})
    void a_curve_is_linear_between_its_points(double share, double factor) {
        assertThat(StrengthCurve.parse("0:1, 0.5:1, 1:0").at(share)).isCloseTo(factor, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "0.2, 0.5", "0.3, 1", "0.4, 1.5", "1, 1.5"})
    void a_curve_keeps_its_first_and_last_factor_outside_its_points(double share, double factor) {
        assertThat(StrengthCurve.parse("0.2 : 0.5 , 0.4 : 1.5").at(share)).isCloseTo(factor, within(1e-12));
    }

    @Test
    void two_points_at_one_place_are_a_jump_at_which_the_later_counts() {
        StrengthCurve jump = StrengthCurve.parse("0:1, 0.5:1, 0.5:0, 1:0");
        assertThat(jump.at(0.499)).isEqualTo(1);
        assertThat(jump.at(0.5)).isZero();
        assertThat(StrengthCurve.parse("0:2, 0:1").at(0)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void nothing_is_a_factor_of_one_throughout(String text) {
        assertThat(StrengthCurve.parse(text)).isEqualTo(StrengthCurve.constant());
        assertThat(StrengthCurve.constant().at(0.3)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0:1, | The curve '0:1,' is not understood at ''; write shares of the steps with factors",
                "0:1, half:1 | is not understood at 'half:1'; write",
                "0 | is not understood at '0'; write",
                "0:1:2 | is not understood at '0:1:2'; write",
                "0:1, 1.5:1 | lies at a share of the steps between 0 and 1, but one is at 1.5",
                "0:1, NaN:1 | lies at a share of the steps between 0 and 1, but one is at NaN",
                "0:3 | factor lies between 0 and 2, but at 0.0 it is 3.0",
                "0:-1 | factor lies between 0 and 2, but at 0.0 it is -1.0",
                "0.5:1, 0.2:1 | goes back from 0.5 to 0.2; give its points in the order of the steps",
            })
    void another_text_is_refused_with_what_to_write(String text, String message) {
        assertThatThrownBy(() -> StrengthCurve.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message.strip());
    }

    @Test
    void the_strength_of_a_step_is_that_at_the_share_of_steps_done_before_it() {
        AlignmentSchedule schedule = new AlignmentSchedule(
                StyleAlignment.defaults(),
                List.of(Reference.of(0)),
                0.8,
                StrengthCurve.parse("0:1, 0.5:1, 1:0"),
                0.2,
                0.9);
        double[] strengths = new double[10];
        for (int step = 0; step < strengths.length; step++) {
            strengths[step] = schedule.strengthAt(step, strengths.length);
        }
        assertThat(strengths)
                .containsExactly(new double[] {0, 0, 0.8, 0.8, 0.8, 0.8, 0.64, 0.48, 0.32, 0}, within(1e-12));
    }
}
