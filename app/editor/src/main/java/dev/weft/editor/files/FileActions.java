package dev.weft.editor.files;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.document.Document;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.Workflow;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Does the actions that are about files.
@Singleton
final class FileActions {
    private final Workspace workspace;
    private final BooleanProperty anyOpen = new SimpleBooleanProperty();

    @Inject
    FileActions(
            Actions actions,
            Workspace workspace,
            Opening opening,
            Saving saving,
            Closing closing,
            FileDialogs dialogs,
            Preferences preferences) {
        this.workspace = workspace;
        anyOpen.bind(workspace.activeProperty().map(Optional::isPresent));
        actions.handle(Action.NEW, () -> opening.openNew(Workflow.EMPTY));
        actions.handle(
                Action.OPEN,
                () -> opening.open(dialogs.open(
                        preferences.recentFiles().stream().findFirst().map(Path::getParent))));
        actions.handle(Action.SAVE, anyOpen, active(saving::save));
        actions.handle(Action.SAVE_AS, anyOpen, active(saving::saveAs));
        actions.handle(Action.CLOSE_TAB, anyOpen, active(closing::close));
        actions.handle(Action.QUIT, closing::quit);
    }

    private Runnable active(Consumer<Document> what) {
        return () -> workspace.active().ifPresent(what);
    }
}
