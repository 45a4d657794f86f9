package dev.weft.graph;

import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonObject;
import java.util.List;

/// What part of the canvas was last looked at.
///
/// @param center canvas coordinates of the middle of the view
/// @param zoom screen pixels per canvas pixel
/// @param extra keys of the file that this version of Weft does not know
public record View(Position center, JsonNumber zoom, JsonObject extra) {
    /// The keys that are not extra, in the order in which they are written.
    public static final List<String> KEYS = List.of("center", "zoom");

    /// @throws IllegalArgumentException if `extra` holds a known key
    public View {
        WorkflowKeys.refuseKnown(extra, KEYS);
    }
}
