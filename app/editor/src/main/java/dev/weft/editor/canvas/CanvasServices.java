package dev.weft.editor.canvas;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.action.Actions;
import dev.weft.editor.action.KeyBindings;
import dev.weft.editor.check.DocumentCatalog;
import dev.weft.editor.check.GraphCheck;
import dev.weft.editor.document.Document;
import dev.weft.editor.node.NodeViews;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.run.RunStates;
import dev.weft.editor.window.ActionButtons;
import dev.weft.editor.window.NodeSearchOpener;
import dev.weft.graph.types.NodeCatalog;

/// What every canvas needs of the rest of the editor.
@Singleton
final class CanvasServices {
    private final NodeViews views;
    private final RunStates runs;
    private final Preferences preferences;
    private final NodeSearchOpener search;
    private final GraphCheck check;
    private final DocumentCatalog catalogs;
    private final ActionButtons buttons;
    private final Actions actions;
    private final KeyBindings keys;

    @Inject
    CanvasServices(
            NodeViews views,
            RunStates runs,
            Preferences preferences,
            NodeSearchOpener search,
            GraphCheck check,
            DocumentCatalog catalogs,
            ActionButtons buttons,
            Actions actions,
            KeyBindings keys) {
        this.views = views;
        this.runs = runs;
        this.preferences = preferences;
        this.search = search;
        this.check = check;
        this.catalogs = catalogs;
        this.buttons = buttons;
        this.actions = actions;
        this.keys = keys;
    }

    NodeViews views() {
        return views;
    }

    RunStates runs() {
        return runs;
    }

    Preferences preferences() {
        return preferences;
    }

    NodeSearchOpener search() {
        return search;
    }

    Actions actions() {
        return actions;
    }

    KeyBindings keys() {
        return keys;
    }

    ActionButtons buttons() {
        return buttons;
    }

    GraphCheck check() {
        return check;
    }

    /// The node types that nodes of the graph that is shown may have.
    NodeCatalog catalog(Document document) {
        return catalogs.of(document);
    }
}
