package dev.weft.editor.search;

import com.google.inject.Inject;
import dev.weft.editor.preferences.Preferences;
import dev.weft.graph.types.NodeSignature;
import dev.weft.runtime.WeftRuntime;
import java.util.List;

/// The node types that can be placed, and those that were placed lately.
final class PlaceableTypes {
    private static final int REMEMBERED = 8;

    private final WeftRuntime runtime;
    private final Preferences preferences;

    @Inject
    PlaceableTypes(WeftRuntime runtime, Preferences preferences) {
        this.runtime = runtime;
        this.preferences = preferences;
    }

    /// All of them, ordered by id.
    List<NodeSignature> all() {
        return runtime.nodeTypes().all();
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
