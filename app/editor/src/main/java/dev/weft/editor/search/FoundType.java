package dev.weft.editor.search;

import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.PortKind;
import java.util.Optional;

/// A node type that was found.
///
/// @param type the node type
/// @param port the port of it that the waiting wire would be connected to, if a wire waits
record FoundType(NodeSignature type, Optional<FittingPort> port) {
    /// What the port is called in its row.
    ///
    /// @param name name of the port
    /// @param kind what flows there
    record FittingPort(String name, PortKind kind) {}
}
