package dev.weft.editor.node;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.document.Document;

/// Makes the views of nodes.
@Singleton
public final class NodeViews {
    @Inject
    NodeViews() {}

    /// A view of a node of this document. What people do in its fields becomes edits of the document.
    public NodeView open(Document document, NodeModel model) {
        return new NodeView(model);
    }
}
