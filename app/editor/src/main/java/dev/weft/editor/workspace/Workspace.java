package dev.weft.editor.workspace;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The open documents, and the one that is shown.
@Singleton
public final class Workspace {
    private final ObservableList<Document> documents = FXCollections.observableArrayList();
    private final ObservableList<Document> readable = FXCollections.unmodifiableObservableList(documents);
    private final ReadOnlyObjectWrapper<Optional<Document>> active = new ReadOnlyObjectWrapper<>(Optional.empty());

    @Inject
    Workspace() {}

    /// The open documents, in the order of their tabs.
    public ObservableList<Document> documents() {
        return readable;
    }

    /// The document that is shown, if any is open.
    public ReadOnlyObjectProperty<Optional<Document>> activeProperty() {
        return active.getReadOnlyProperty();
    }

    /// The document that is shown, if any is open.
    public Optional<Document> active() {
        return active.get();
    }

    /// Opens a document, at the right end, and shows it.
    public void open(Document document) {
        documents.add(document);
        show(document);
    }

    /// Shows an open document.
    public void show(Document document) {
        active.set(Optional.of(document));
    }

    /// Puts the tab of an open document elsewhere.
    public void move(Document document, int index) {
        List<Document> order = new ArrayList<>(documents);
        order.remove(document);
        order.add(index, document);
        documents.setAll(order);
    }

    /// Closes a document without asking whether it is saved, and shows its neighbour.
    public void close(Document document) {
        int index = documents.indexOf(document);
        if (index < 0) {
            return;
        }
        boolean shown = active().equals(Optional.of(document));
        documents.remove(index);
        if (shown) {
            active.set(
                    documents.isEmpty()
                            ? Optional.empty()
                            : Optional.of(documents.get(Math.min(index, documents.size() - 1))));
        }
    }
}
