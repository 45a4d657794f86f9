package dev.weft.runtime.execution;

import dev.weft.graph.types.ParameterValues;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeType;
import dev.weft.runtime.cache.Fingerprint;
import dev.weft.runtime.cache.Identity;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// Takes the keys of tasks.
///
/// A task has none if it always runs, if its change marker cannot be told, or if something that arrives has no
/// identity. Its result is then not used again.
final class Keys {
    private static final Identity POSTPONED = Identity.postponed();

    private final Path outputFolder;

    /// @param outputFolder where nodes write; ends in themselves are done again for another folder
    Keys(Path outputFolder) {
        this.outputFolder = outputFolder;
    }

    /// @param task one whose linked parameters have their values, and whose other inputs have identities, except for
    /// lazy ones that were not asked for
    /// @throws NodeException if a linked parameter does not take what arrived
    Optional<Fingerprint> of(Task task) throws NodeException {
        List<ParameterValues> settings = task.settings;
        if (settings == null) {
            settings = Settings.of(task);
            task.settings = settings;
        }
        String marker = task.marker;
        if (marker == null) {
            marker = marker(task, settings);
            task.marker = marker;
        }
        if (marker.equals(NodeType.ALWAYS)) {
            return Optional.empty();
        }
        Map<String, Identity> identities = new HashMap<>();
        for (Map.Entry<String, Wire> wire : task.wires.entrySet()) {
            String name = wire.getKey();
            if (task.shape.isParameter(name)) {
                continue;
            }
            Optional<Identity> identity =
                    task.postpones(name) ? Optional.of(POSTPONED) : Wires.identity(wire.getValue());
            if (identity.isEmpty()) {
                return Optional.empty();
            }
            identities.put(name, identity.get());
        }
        return Optional.of(Fingerprint.of(task.shape.signature(), settings, marker, identities));
    }

    private String marker(Task task, List<ParameterValues> settings) {
        StringBuilder markers = new StringBuilder(task.shape.signature().terminal() ? outputFolder + "\n" : "");
        try {
            for (ParameterValues parameters : settings) {
                String marker = task.shape.type().changeMarker(parameters);
                if (marker.equals(NodeType.ALWAYS)) {
                    return marker;
                }
                markers.append(marker.length()).append(':').append(marker);
            }
        } catch (RuntimeException | LinkageError e) {
            LoggerFactory.getLogger(Keys.class).info("no change marker for node '{}'", task.id, e);
            return NodeType.ALWAYS;
        }
        return markers.toString();
    }
}
