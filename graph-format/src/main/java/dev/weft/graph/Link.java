package dev.weft.graph;

import dev.weft.graph.json.JsonObject;
import java.util.List;

/// A wire from an output to an input. Neither end needs to exist: a document may be at fault and still be kept.
///
/// @param from the output
/// @param to the input
/// @param reroutes points through which it is drawn, from the output to the input; they have no influence on a run
/// @param extra keys of the file that this version of Weft does not know
public record Link(PortAddress from, PortAddress to, List<Position> reroutes, JsonObject extra) {
    /// The keys that are not extra, in the order in which they are written.
    public static final List<String> KEYS = List.of("from", "to", "reroutes");

    /// Takes a copy of `reroutes`.
    ///
    /// @throws IllegalArgumentException if `extra` holds a known key
    public Link {
        reroutes = List.copyOf(reroutes);
        WorkflowKeys.refuseKnown(extra, KEYS);
    }

    /// A wire between ports written `node.port`.
    ///
    /// @throws IllegalArgumentException if one is not of that form
    public static Link of(String from, String to) {
        return of(PortAddress.parse(from), PortAddress.parse(to));
    }

    /// A wire that is drawn without reroutes.
    public static Link of(PortAddress from, PortAddress to) {
        return new Link(from, to, List.of(), JsonObject.EMPTY);
    }

    /// This wire drawn through other points.
    public Link withReroutes(List<Position> changed) {
        return new Link(from, to, changed, extra);
    }

    @Override
    public String toString() {
        return from + " → " + to;
    }
}
