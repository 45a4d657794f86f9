package dev.weft.models.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingScheduleTest {
    @Test
    void a_config_is_read_and_what_it_leaves_out_is_left_open() {
        TrainingSchedule read = TrainingSchedule.fromConfig(Configs.STARTER);
        assertThat(read.betaStart()).isEqualTo(0.00085);
        assertThat(read.betaSchedule()).isEqualTo(BetaSchedule.SCALED_LINEAR);
        assertThat(read.trainTimesteps()).isEqualTo(1000);
        assertThat(read.predictionType()).isEqualTo(PredictionType.EPSILON);
        assertThat(read.timestepSpacing()).isEmpty();
        assertThat(read.setAlphaToOne()).contains(false);
        assertThat(read.stepsOffset()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "beta_schedule, exotic, is \"exotic\"",
        "prediction_type, flow_prediction, is \"flow_prediction\"",
        "timestep_spacing, sideways, is \"sideways\"",
        "beta_start, 2.0, between 0 and 1",
        "beta_end, NaN, must be a positive number",
        "num_train_timesteps, 2000000000, whole number from 1",
        "num_train_timesteps, 0.5, whole number from 1",
        "steps_offset, -1, whole number from 0",
    })
    void a_wrong_value_is_refused_with_its_key(String key, String value, String message) {
        Object parsed = value.matches("[a-z_]+") ? value : Double.valueOf(value);
        assertThatThrownBy(() -> TrainingSchedule.fromConfig(Map.of(key, parsed)))
                .isInstanceOf(SamplingException.class)
                .hasMessageStartingWith("The scheduler config's \"" + key + "\" ")
                .hasMessageContaining(message)
                .hasMessageEndingWith(".");
    }

    @Test
    void what_weft_cannot_do_is_refused() {
        assertThatThrownBy(() -> TrainingSchedule.fromConfig(Map.of("use_beta_sigmas", true)))
                .isInstanceOf(SamplingException.class)
                .hasMessageContaining("use_beta_sigmas");
    }

    @Test
    void trained_betas_replace_the_schedule() {
        TrainingSchedule read = TrainingSchedule.fromConfig(Map.of("trained_betas", List.of(0.1, 0.2, 0.3)));
        assertThat(read.trainTimesteps()).isEqualTo(3);
        assertThat(NoiseTable.exact(read, false).signal(2)).isCloseTo(0.9 * 0.8 * 0.7, within(1e-6));
    }

    /// The signal that is left is the quotient of the squared cosines at both ends.
    @Test
    void the_cosine_schedule_follows_its_formula() {
        TrainingSchedule read =
                TrainingSchedule.fromConfig(Map.of("beta_schedule", "squaredcos_cap_v2", "num_train_timesteps", 1000));
        NoiseTable table = NoiseTable.exact(read, false);
        double half = Math.cos((0.5 + 0.008) / 1.008 * Math.PI / 2);
        double start = Math.cos(0.008 / 1.008 * Math.PI / 2);
        assertThat(table.signal(499)).isCloseTo(half * half / (start * start), within(1e-5));
    }

    @Test
    void the_linear_schedule_grows_evenly() {
        TrainingSchedule read =
                TrainingSchedule.fromConfig(Map.of("beta_start", 0.1, "beta_end", 0.3, "num_train_timesteps", 3));
        assertThat(read.betas()).containsExactly(new double[] {0.1, 0.2, 0.3}, within(1e-12));
    }
}
