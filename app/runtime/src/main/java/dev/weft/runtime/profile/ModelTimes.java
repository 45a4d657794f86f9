package dev.weft.runtime.profile;

import dev.weft.models.backend.ModelUse;
import java.time.Duration;

/// The time that one model took.
///
/// @param kind whether it was opened or run
/// @param model its file
/// @param count how many times
/// @param time all of them together
public record ModelTimes(ModelUse.Kind kind, String model, int count, Duration time) {
    /// The last two parts of the model's path, which tell the models of one bundle apart.
    public String shortName() {
        return shortName(model);
    }

    static String shortName(String model) {
        int last = Math.max(model.lastIndexOf('/'), model.lastIndexOf('\\'));
        int before = last < 0 ? -1 : Math.max(model.lastIndexOf('/', last - 1), model.lastIndexOf('\\', last - 1));
        return model.substring(before + 1).replace('\\', '/');
    }
}
