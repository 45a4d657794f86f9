package dev.weft.editor.search;

import com.google.inject.Inject;
import dev.weft.editor.check.DocumentCatalog;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.types.NodeSignature;
import dev.weft.runtime.WeftRuntime;
import java.util.List;

/// The node types that can be placed, and those that were placed lately.
final class PlaceableTypes {
    private static final int REMEMBERED = 8;

    private final WeftRuntime runtime;
    private final DocumentCatalog catalog;
    private final Workspace workspace;
    private final Preferences preferences;

    @Inject
    PlaceableTypes(WeftRuntime runtime, DocumentCatalog catalog, Workspace workspace, Preferences preferences) {
        this.catalog = catalog;
        this.workspace = workspace;
        this.runtime = runtime;
        this.preferences = preferences;
    }

    /// All that can be placed in the graph that is shown, ordered by id.
    List<NodeSignature> all() {
        return workspace
                .active()
                .map(document -> catalog.of(document).all())
                .orElseGet(() -> runtime.nodeTypes().all());
    }

    /// A search in them as they are now.
    TypeSearch search() {
        return new TypeSearch(all(), preferences.recentNodeTypes());
    }

    /// Remembers that a node of this type was placed.
    void remember(NodeSignature type) {
        List<String> recent = preferences.recentNodeTypes();
        String id = type.id().toString();
        recent.remove(id);
        recent.addFirst(id);
        if (recent.size() > REMEMBERED) {
            recent.subList(REMEMBERED, recent.size()).clear();
        }
    }
}
