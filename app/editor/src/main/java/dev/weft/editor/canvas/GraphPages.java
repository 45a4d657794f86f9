package dev.weft.editor.canvas;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.document.Document;
import dev.weft.editor.window.DocumentPage;

/// Opens documents as graphs.
@Singleton
final class GraphPages implements DocumentPage.Factory {
    private final CanvasServices services;

    @Inject
    GraphPages(CanvasServices services) {
        this.services = services;
    }

    @Override
    public GraphPage open(Document document) {
        return new GraphPage(document, services);
    }
}
