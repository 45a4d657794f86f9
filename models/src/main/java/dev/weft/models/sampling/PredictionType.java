package dev.weft.models.sampling;

import java.util.Arrays;
import java.util.Optional;

/// What a network predicts of a noisy sample `x = α·clean + σ·noise` with `α² + σ² = 1`.
public enum PredictionType {
    /// The noise.
    EPSILON("epsilon"),
    /// The velocity `α·noise − σ·clean` (Salimans and Ho, arXiv 2202.00512).
    V_PREDICTION("v_prediction"),
    /// The clean sample.
    SAMPLE("sample");

    private final String id;

    PredictionType(String id) {
        this.id = id;
    }

    /// The name in a scheduler config.
    public String id() {
        return id;
    }

    static Optional<PredictionType> named(String id) {
        return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }
}
