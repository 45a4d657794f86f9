package dev.weft.graph;

import dev.weft.graph.json.JsonObject;
import java.util.List;

/// A wire from an output to an input. Neither end needs to exist: a document may be at fault and still be kept.
///
/// @param from the output
/// @param to the input
/// @param extra keys of the file that this version of Weft does not know
public record Link(PortAddress from, PortAddress to, JsonObject extra) {
    /// The keys that are not extra, in the order in which they are written.
    public static final List<String> KEYS = List.of("from", "to");

    /// @throws IllegalArgumentException if `extra` holds a known key
    public Link {
        WorkflowKeys.refuseKnown(extra, KEYS);
    }

    /// A wire between ports written `node.port`.
    ///
    /// @throws IllegalArgumentException if one is not of that form
    public static Link of(String from, String to) {
        return new Link(PortAddress.parse(from), PortAddress.parse(to), JsonObject.EMPTY);
    }

    @Override
    public String toString() {
        return from + " → " + to;
    }
}
