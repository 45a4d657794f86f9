package dev.weft.editor.edit;

import dev.weft.editor.document.Document;
import dev.weft.editor.document.Edit;
import dev.weft.editor.document.Item;
import java.util.List;

/// An edit that puts something new into a graph.
///
/// @param edit what to perform; good only for the graph that it was made for
/// @param items what is new, which should be selected
public record Placement(Edit edit, List<Item> items) {
    /// Takes a copy of `items`.
    public Placement {
        items = List.copyOf(items);
    }

    /// Performs the edit and selects what is new.
    public void in(Document document) {
        document.perform(edit);
        document.selection().select(items);
    }
}
