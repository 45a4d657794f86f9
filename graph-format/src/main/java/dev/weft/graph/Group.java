package dev.weft.graph;

import dev.weft.graph.json.JsonObject;
import java.util.List;

/// A titled rectangle behind nodes that belong together. It has no influence on a run.
///
/// @param title what people read on it, or empty
/// @param bounds where it is drawn
/// @param color a colour name or `#rrggbb`, or empty for the usual one
/// @param extra keys of the file that this version of Weft does not know
public record Group(String title, Bounds bounds, String color, JsonObject extra) {
    /// The keys that are not extra, in the order in which they are written.
    public static final List<String> KEYS = List.of("title", "bounds", "color");

    /// @throws IllegalArgumentException if `extra` holds a known key
    public Group {
        WorkflowKeys.refuseKnown(extra, KEYS);
    }

    /// This group with another title.
    public Group withTitle(String changed) {
        return new Group(changed, bounds, color, extra);
    }

    /// This group elsewhere, or of another size.
    public Group withBounds(Bounds changed) {
        return new Group(title, changed, color, extra);
    }

    /// This group in another colour.
    public Group withColor(String changed) {
        return new Group(title, bounds, changed, extra);
    }
}
