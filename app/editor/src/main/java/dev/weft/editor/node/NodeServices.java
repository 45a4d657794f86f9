package dev.weft.editor.node;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.node.field.FieldServices;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.window.Thumbnails;
import dev.weft.nodes.api.Folders;

/// What views of nodes need of the editor.
@Singleton
final class NodeServices {
    private final Actions actions;
    private final Preferences preferences;
    private final FieldServices fields;
    private final PictureCache pictures;

    @Inject
    NodeServices(
            Actions actions, Preferences preferences, FieldServices fields, Folders folders, Thumbnails thumbnails) {
        this.actions = actions;
        this.preferences = preferences;
        this.fields = fields;
        this.pictures = new PictureCache(folders.input(), thumbnails);
    }

    /// What fields share.
    FieldServices fields() {
        return fields;
    }

    /// The pictures of results.
    PictureCache pictures() {
        return pictures;
    }

    /// Whether nothing moves.
    boolean reducedMotion() {
        return preferences.reduceMotionProperty().get();
    }

    /// Shows more about a node's message.
    ///
    /// @param missing whether its plugin is missing; otherwise, it failed
    void help(boolean missing) {
        actions.perform(missing ? Action.SHOW_PLUGINS : Action.SHOW_PROBLEMS);
    }
}
