package dev.weft.editor.window;

import dev.weft.editor.document.Document;
import javafx.scene.layout.Region;

/// One way to look at a document: as a graph, as a form, or by its pictures. The window asks for one a document
/// and
/// keeps it until the document is closed.
public interface DocumentPage {
    /// The ways to look at a document, in the order of their buttons.
    enum Kind {
        /// Nodes and wires.
        GRAPH,
        /// The parameters that were chosen for people who do not want wires.
        FORM,
        /// The pictures that were made.
        GALLERY
    }

    /// What is shown.
    Region region();

    /// Called each time when it comes to be shown.
    default void shown() {}

    /// Called when it is no longer shown.
    default void hidden() {}

    /// Called when the document is closed: every listener goes.
    void close();

    /// Makes a page for a document.
    @FunctionalInterface
    interface Factory {
        /// A page that shows this document.
        DocumentPage open(Document document);
    }
}
