package dev.weft.graph.types;

/// The kind of a port together with what is known of its value before running.
///
/// @param kind what flows through the port
/// @param extent how large it will be
public record PortType(PortKind kind, Extent extent) {
    /// A port of this kind of which nothing more is known.
    public static PortType of(PortKind kind) {
        return new PortType(kind, Extent.UNKNOWN);
    }
}
