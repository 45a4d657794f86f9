package dev.weft.editor.run;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.document.Document;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/// What is known from runs of the nodes of each open document. Written by whoever runs documents, read by
/// whoever draws
/// them, in the JavaFX thread.
@Singleton
public final class RunStates {
    private final Map<UUID, ObservableMap<String, NodeRun>> documents = new HashMap<>();

    @Inject
    RunStates() {}

    /// The nodes of a document of which something is known, by their ids in the whole workflow: a node inside a
    /// subgraph has the ids of those that stand for it before its own, divided by `/`.
    public ObservableMap<String, NodeRun> of(Document document) {
        return documents.computeIfAbsent(document.id(), _ -> FXCollections.observableHashMap());
    }

    /// Forgets a document that was closed.
    public void forget(Document document) {
        documents.remove(document.id());
    }
}
