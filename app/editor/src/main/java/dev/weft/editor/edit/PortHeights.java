package dev.weft.editor.edit;

import dev.weft.graph.Node;
import java.util.OptionalDouble;

/// How far below a node's upper edge its ports are drawn, which only whoever draws them knows.
@FunctionalInterface
public interface PortHeights {
    /// The height of a port's centre in canvas pixels; nothing if the node is not drawn with such a port.
    OptionalDouble of(Node node, String port, boolean output);
}
