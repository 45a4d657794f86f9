package dev.weft.editor.node;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.document.Document;

/// Makes the views of nodes.
@Singleton
public final class NodeViews {
    private final NodeServices services;

    @Inject
    NodeViews(NodeServices services) {
        this.services = services;
    }

    /// A view of a node of this document. What people do in its fields becomes edits of the document.
    public NodeView open(Document document, NodeModel model) {
        return open(document, model, Detail.FULL);
    }

    /// A view of a node of this document, which draws no more than this detail has.
    public NodeView open(Document document, NodeModel model, Detail detail) {
        return new NodeView(services, document, model, detail);
    }
}
