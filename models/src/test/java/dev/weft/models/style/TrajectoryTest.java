package dev.weft.models.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.models.sampling.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrajectoryTest {
    /// The samples that the authors' callback puts in place: the one at the offset at first, then the one after it
    /// until
    /// the run has come as far.
    @ParameterizedTest
    @CsvSource({"0, 0:1:2:3:4:5:6:7", "1, 1:2:2:3:4:5:6:7", "3, 3:4:4:4:4:5:6:7", "7, 7:8:8:8:8:8:8:8"})
    void a_run_is_given_what_the_authors_give_it(int offset, String expected) {
        Trajectory trajectory = Styles.trajectory(8, offset);
        StringBuilder given = new StringBuilder();
        for (Moment moment : trajectory.moments()) {
            float[] target = new float[8];
            trajectory.copyInput(moment, target, 1);
            given.append(given.isEmpty() ? "" : ":").append((int) target[1]);
            assertThat(target).containsExactly(0, target[1], target[1], target[1], target[1], target[1], target[1], 0);
        }
        assertThat(given).hasToString(expected);
        assertThat(trajectory.end()).containsOnly(8);
    }

    @Test
    void a_sampler_that_calls_twice_in_a_step_gets_what_was_recorded_for_that_call() {
        List<Moment> heun = List.of(new Moment(0, 900), new Moment(0, 500), new Moment(1, 500), new Moment(2, 100));
        Trajectory trajectory = new Trajectory(heun, 0, 1, 1, 1, new float[] {10, 11, 12, 13, 14});
        assertThat(heun.stream().map(moment -> input(trajectory, moment))).containsExactly(10f, 11f, 12f, 13f);
    }

    @Test
    void a_run_that_begins_later_finds_its_moments_by_their_timesteps() {
        Trajectory trajectory = new Trajectory(
                List.of(new Moment(0, 900), new Moment(1, 500), new Moment(2, 100)), 0, 1, 1, 1, new float[] {
                    7, 8, 9, 10
                });
        assertThat(input(trajectory, new Moment(0, 500))).isEqualTo(8);
        assertThat(trajectory.covers(new Moment(1, 100))).isTrue();
        assertThat(trajectory.covers(new Moment(0, 501))).isFalse();
        assertThatThrownBy(() -> input(trajectory, new Moment(0, 501))).hasMessageContaining("501");
    }

    private static float input(Trajectory trajectory, Moment moment) {
        float[] target = new float[1];
        trajectory.copyInput(moment, target, 0);
        return target[0];
    }

    @Test
    void sizes_that_do_not_agree_are_refused() {
        List<Moment> one = List.of(new Moment(0, 1));
        assertThatThrownBy(() -> new Trajectory(one, 0, 1, 1, 1, new float[3])).hasMessageContaining("3 values");
        assertThatThrownBy(() -> new Trajectory(one, 0, 65536, 65536, 1, new float[0]))
                .hasMessageContaining("65536");
        assertThatThrownBy(() -> new Trajectory(one, 1, 1, 1, 1, new float[2])).hasMessageContaining("offset is 1");
        assertThatThrownBy(() -> new Trajectory(List.of(), 0, 1, 1, 1, new float[1]))
                .hasMessageContaining("one step");
    }
}
