package dev.weft.editor.edit;

import dev.weft.graph.Node;
import javafx.geometry.Dimension2D;

/// How large nodes are drawn, which only whoever draws them knows.
@FunctionalInterface
public interface NodeSizes {
    /// The node's width and height in canvas pixels.
    Dimension2D of(Node node);
}
