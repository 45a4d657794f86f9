package dev.weft.runtime.profile;

import dev.weft.models.backend.ModelUse;
import java.time.Duration;

/// The time that one model took.
///
/// @param kind whether it was opened or run
/// @param model its file
/// @param count how many times
/// @param time all of them together
public record ModelTimes(ModelUse.Kind kind, String model, int count, Duration time) {}
