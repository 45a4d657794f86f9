package dev.weft.models.sampling;

import java.util.Map;

/// Scheduler configs of real bundles.
final class Configs {
    /// That of the starter model.
    static final Map<String, Object> STARTER = Map.of(
            "beta_start",
            0.00085,
            "beta_end",
            0.012,
            "beta_schedule",
            "scaled_linear",
            "num_train_timesteps",
            1000,
            "clip_sample",
            false,
            "set_alpha_to_one",
            false,
            "steps_offset",
            1,
            "prediction_type",
            "epsilon");

    /// That of the fixture `sd2-v-tiny`.
    static final Map<String, Object> VELOCITY = Map.of(
            "beta_start",
            0.00085,
            "beta_end",
            0.012,
            "beta_schedule",
            "scaled_linear",
            "num_train_timesteps",
            1000,
            "clip_sample",
            false,
            "set_alpha_to_one",
            false,
            "steps_offset",
            1,
            "prediction_type",
            "v_prediction",
            "timestep_spacing",
            "leading");

    private Configs() {}
}
