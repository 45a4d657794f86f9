package dev.weft.graph.types;

/// A socket that takes a value from another node.
///
/// @param name unique among the node type's inputs and parameters; lower-case words joined by `_`
/// @param kind what it takes
/// @param required whether the node cannot run without it
/// @param description one sentence for people
public record InputPort(String name, PortKind kind, boolean required, String description) {
    /// A port that must be linked.
    public static InputPort required(String name, PortKind kind, String description) {
        return new InputPort(name, kind, true, description);
    }

    /// A port that may stay unlinked.
    public static InputPort optional(String name, PortKind kind, String description) {
        return new InputPort(name, kind, false, description);
    }
}
