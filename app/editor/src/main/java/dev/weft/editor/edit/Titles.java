package dev.weft.editor.edit;

import dev.weft.graph.Node;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;

/// What people call nodes.
public final class Titles {
    private Titles() {}

    /// The title on a node: its own, that of its type, or the id of a type that is missing.
    public static String of(Node node, NodeCatalog catalog) {
        if (!node.title().isEmpty()) {
            return node.title();
        }
        return catalog.find(node.type())
                .map(NodeSignature::title)
                .orElse(node.type().toString());
    }
}
