package dev.weft.graph.types;

/// A socket that gives a value to other nodes.
///
/// @param name unique among the node type's outputs; lower-case words joined by `_`
/// @param kind what it gives
/// @param description one sentence for people
public record OutputPort(String name, PortKind kind, String description) {}
