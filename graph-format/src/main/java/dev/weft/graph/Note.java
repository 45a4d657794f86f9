package dev.weft.graph;

import dev.weft.graph.json.JsonObject;
import java.util.List;

/// A text on the canvas, for people. It has no influence on a run.
///
/// @param text what it says
/// @param bounds where it is drawn
/// @param color a colour name or `#rrggbb`, or empty for the usual one
/// @param extra keys of the file that this version of Weft does not know
public record Note(String text, Bounds bounds, String color, JsonObject extra) {
    /// The keys that are not extra, in the order in which they are written.
    public static final List<String> KEYS = List.of("text", "bounds", "color");

    /// @throws IllegalArgumentException if `extra` holds a known key
    public Note {
        WorkflowKeys.refuseKnown(extra, KEYS);
    }

    /// This note with another text.
    public Note withText(String changed) {
        return new Note(changed, bounds, color, extra);
    }

    /// This note elsewhere, or of another size.
    public Note withBounds(Bounds changed) {
        return new Note(text, changed, color, extra);
    }

    /// This note in another colour.
    public Note withColor(String changed) {
        return new Note(text, bounds, changed, extra);
    }
}
