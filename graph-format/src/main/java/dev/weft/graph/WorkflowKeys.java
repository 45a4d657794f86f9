package dev.weft.graph;

import dev.weft.graph.json.JsonObject;
import java.util.List;

/// Guards the border between what a record knows and what it only keeps.
final class WorkflowKeys {
    private WorkflowKeys() {}

    /// Throws if `extra` holds a key that the record writes itself: the file would have it twice.
    static void refuseKnown(JsonObject extra, List<String> known) {
        for (String key : known) {
            if (extra.members().containsKey(key)) {
                throw new IllegalArgumentException("'" + key + "' is a known key and cannot be kept as an extra one");
            }
        }
    }
}
