package dev.weft.models.sampling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a few steps are spread over the training timesteps (arXiv 2305.08891, table 2).
public enum TimestepSpacing {
    /// From the last training timestep to the first.
    LINSPACE,
    /// Multiples of a whole stride, counted from the first, plus the steps offset.
    LEADING,
    /// Strides counted from the last.
    TRAILING;

    /// The name in a scheduler config.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TimestepSpacing> named(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }
}
