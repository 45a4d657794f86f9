package dev.weft.runtime.profile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The time that one node took.
///
/// @param node its id
/// @param shown id of the node of the document that it came from by expansion, if it is not one itself
/// @param fate what became of it
/// @param waiting from when the last node that it depends on was over to when it began; zero if it did not run
/// @param running from when it began to when it was over, models included; zero if it did not run
/// @param models what models took within it, in the order of their first use; openings and runs apart
public record NodeTimes(
        String node, Optional<String> shown, Fate fate, Duration waiting, Duration running, List<ModelTimes> models) {
    /// Takes a copy.
    public NodeTimes {
        models = List.copyOf(models);
    }
}
