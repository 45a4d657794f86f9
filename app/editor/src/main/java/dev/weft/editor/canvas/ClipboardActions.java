package dev.weft.editor.canvas;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.check.DocumentCatalog;
import dev.weft.editor.document.Document;
import dev.weft.editor.edit.ForeignTextException;
import dev.weft.editor.edit.Fragment;
import dev.weft.editor.edit.Pasting;
import dev.weft.editor.edit.Removal;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Toasts;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Copies parts of graphs to the clipboard, as text that can be mailed and is a workflow by itself, and pastes
/// them.
@Singleton
final class ClipboardActions {
    private static final Texts TEXTS = Texts.of(ClipboardActions.class);

    private final DocumentCatalog catalogs;
    private final Toasts toasts;

    @Inject
    ClipboardActions(DocumentCatalog catalogs, Toasts toasts) {
        this.catalogs = catalogs;
        this.toasts = toasts;
    }

    void copy(Document document) {
        Fragment fragment = Fragment.of(document.graph(), document.selection().items());
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, fragment.toText()));
    }

    void cut(Document document) {
        copy(document);
        document.perform(Removal.of(document.selection().items()));
    }

    /// Pastes what was copied.
    ///
    /// @param place of its upper left corner; beside the original if there is none
    /// @param wires whether copies are linked to what the originals were linked to
    void paste(Document document, Optional<Point2D> place, boolean wires) {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || text.isBlank()) {
            toasts.show(Toasts.Kind.INFO, TEXTS.get("nothing_to_paste"));
            return;
        }
        try {
            Fragment fragment = Fragment.parse(text);
            Pasting pasting = pasting(document, wires);
            place.map(corner -> pasting.pasteAt(fragment, corner))
                    .orElseGet(() -> pasting.paste(fragment))
                    .in(document);
        } catch (ForeignTextException e) {
            toasts.show(Toasts.Kind.WARNING, String.valueOf(e.getMessage()));
        }
    }

    void duplicate(Document document) {
        pasting(document, false).duplicate(document.selection().items()).in(document);
    }

    private Pasting pasting(Document document, boolean wires) {
        return new Pasting(document.graph(), document.shownSubgraph(), catalogs.of(document), wires);
    }
}
