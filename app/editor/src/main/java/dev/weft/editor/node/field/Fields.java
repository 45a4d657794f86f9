package dev.weft.editor.node.field;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.check.DocumentCatalog;
import dev.weft.editor.document.Document;
import javafx.scene.layout.Region;

/// Makes fields that stand alone, outside a node.
@Singleton
public final class Fields {
    private final FieldServices services;
    private final DocumentCatalog catalog;

    @Inject
    Fields(FieldServices services, DocumentCatalog catalog) {
        this.services = services;
        this.catalog = catalog;
    }

    /// A field for a parameter of a node, with its name at the left. It follows the document for as long as it
    /// is in
    /// use.
    ///
    /// @param document in which the node is
    /// @param node its id in the graph that is shown
    /// @param parameter the parameter's name; where there is no such node or parameter, the field stays empty
    public Region create(Document document, String node, String parameter) {
        return new FieldControl(services, catalog, document, node, parameter, true);
    }

    /// A field as [#create(Document, String, String)] makes it, without the name, for places that say it
    /// elsewhere.
    public Region createBare(Document document, String node, String parameter) {
        return new FieldControl(services, catalog, document, node, parameter, false);
    }
}
