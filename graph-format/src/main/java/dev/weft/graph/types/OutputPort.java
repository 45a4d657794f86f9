package dev.weft.graph.types;

/// A socket that gives a value to other nodes.
///
/// @param name unique among the node type's outputs; lower-case words joined by `_`
/// @param kind what it gives
/// @param list whether it gives a list of such values; a node that is linked to it runs once for each, unless
/// its input takes whole lists
/// @param description one sentence for people
public record OutputPort(String name, PortKind kind, boolean list, String description) {
    /// A port that gives one value.
    public OutputPort(String name, PortKind kind, String description) {
        this(name, kind, false, description);
    }

    /// This port as one that gives a list of values.
    public OutputPort asList() {
        return new OutputPort(name, kind, true, description);
    }
}
