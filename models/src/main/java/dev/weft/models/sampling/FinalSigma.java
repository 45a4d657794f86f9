package dev.weft.models.sampling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a trajectory over noise levels ends.
public enum FinalSigma {
    /// Without noise.
    ZERO,
    /// At the noise of the first training timestep.
    SIGMA_MIN;

    /// The name in a scheduler config.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FinalSigma> named(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }
}
