package dev.weft.graph;

import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonObject;
import java.util.List;
import java.util.Optional;

/// How the editor draws a node. It has no influence on a run.
///
/// @param width in canvas pixels, if people chose it
/// @param height in canvas pixels, if people chose it
/// @param collapsed whether only the head is drawn
/// @param pinned whether it cannot be moved
/// @param color a colour name or `#rrggbb` for the head, or empty for the usual one
/// @param folded names of the groups of parameters that are folded
/// @param extra keys of the file that this version of Weft does not know
public record Look(
        Optional<JsonNumber> width,
        Optional<JsonNumber> height,
        boolean collapsed,
        boolean pinned,
        String color,
        List<String> folded,
        JsonObject extra) {
    /// The keys that are not extra, in the order in which they are written.
    public static final List<String> KEYS = List.of("width", "height", "collapsed", "pinned", "color", "folded");

    /// How a node is drawn of which nobody said anything.
    public static final Look USUAL =
            new Look(Optional.empty(), Optional.empty(), false, false, "", List.of(), JsonObject.EMPTY);

    /// Takes a copy of `folded`.
    ///
    /// @throws IllegalArgumentException if `extra` holds a known key
    public Look {
        folded = List.copyOf(folded);
        WorkflowKeys.refuseKnown(extra, KEYS);
    }

    /// This look with another size.
    public Look withSize(Optional<JsonNumber> changedWidth, Optional<JsonNumber> changedHeight) {
        return new Look(changedWidth, changedHeight, collapsed, pinned, color, folded, extra);
    }

    /// This look with or without all but the head.
    public Look withCollapsed(boolean changed) {
        return new Look(width, height, changed, pinned, color, folded, extra);
    }

    /// This look, movable or not.
    public Look withPinned(boolean changed) {
        return new Look(width, height, collapsed, changed, color, folded, extra);
    }

    /// This look with another colour.
    public Look withColor(String changed) {
        return new Look(width, height, collapsed, pinned, changed, folded, extra);
    }

    /// This look with other groups of parameters folded.
    public Look withFolded(List<String> changed) {
        return new Look(width, height, collapsed, pinned, color, changed, extra);
    }
}
