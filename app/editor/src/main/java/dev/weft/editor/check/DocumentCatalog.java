package dev.weft.editor.check;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.document.Document;
import dev.weft.graph.subgraph.SubgraphCatalog;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.runtime.WeftRuntime;

/// The node types that can be placed in the graph that a document shows: those of plugins, those of its
/// subgraphs, and
/// inside a subgraph its ends.
@Singleton
public final class DocumentCatalog {
    private final WeftRuntime runtime;

    @Inject
    DocumentCatalog(WeftRuntime runtime) {
        this.runtime = runtime;
    }

    /// The node types for the graph that is shown now. Ask again after the document has changed.
    public NodeCatalog of(Document document) {
        SubgraphCatalog catalog = new SubgraphCatalog(runtime.nodeTypes(), document.workflow());
        return document.shownSubgraph().<NodeCatalog>map(catalog::inside).orElse(catalog);
    }
}
