package dev.weft.editor;

import dev.weft.editor.document.Document;
import dev.weft.editor.document.Edit;
import dev.weft.editor.window.EditorWindow;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.Workflow;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;

/// A process with a window, in which one document was changed. Somebody else ends it.
public final class CrashingEditor {
    private CrashingEditor() {}

    /// Opens the window and changes the document.
    ///
    /// @param arguments the folder that everything is kept in
    public static void main(String[] arguments) {
        Platform.startup(() -> {
            EditorFixture editor = EditorFixture.in(Path.of(arguments[0]));
            editor.get(EditorWindow.class).show(new Stage());
            Document document = new Document(Workflow.EMPTY.withTitle("New"), Optional.empty());
            editor.get(Workspace.class).open(document);
            document.perform(Edit.of("Rename", graph -> graph.withTitle("Changed")));
        });
    }
}
