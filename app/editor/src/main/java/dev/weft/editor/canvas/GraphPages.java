package dev.weft.editor.canvas;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.document.Document;
import dev.weft.editor.window.DocumentPage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Opens documents as graphs, and knows those that are open.
@Singleton
final class GraphPages implements DocumentPage.Factory {
    private final CanvasServices services;
    private final Map<UUID, GraphPage> open = new HashMap<>();

    @Inject
    GraphPages(CanvasServices services) {
        this.services = services;
    }

    @Override
    public GraphPage open(Document document) {
        GraphPage page = new GraphPage(document, services, () -> open.remove(document.id()));
        open.put(document.id(), page);
        return page;
    }

    /// The page of a document, if it was opened.
    Optional<GraphPage> of(Document document) {
        return Optional.ofNullable(open.get(document.id()));
    }
}
