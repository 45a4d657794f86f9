package dev.weft.editor.files;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import dev.weft.editor.document.Document;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Choice;
import dev.weft.editor.window.Dialogs;
import dev.weft.editor.window.EditorWindow;
import dev.weft.editor.workspace.DocumentTitle;
import dev.weft.editor.workspace.Workspace;
import java.util.List;

/// Closes documents and the window, after asking about what is not saved.
@Singleton
final class Closing {
    private static final Texts TEXTS = Texts.of(Closing.class);

    private final Workspace workspace;
    private final Saving saving;
    private final Dialogs dialogs;
    private final Recovery recovery;
    private final Provider<EditorWindow> window;

    @Inject
    Closing(Workspace workspace, Saving saving, Dialogs dialogs, Recovery recovery, Provider<EditorWindow> window) {
        this.workspace = workspace;
        this.saving = saving;
        this.dialogs = dialogs;
        this.recovery = recovery;
        this.window = window;
    }

    void close(Document document) {
        ask(document, () -> workspace.close(document));
    }

    /// Asks about one document after another, and closes the window if every question was answered with yes or
    /// no.
    void quit() {
        quit(workspace.documents().stream()
                .filter(document -> document.unsavedProperty().get())
                .toList());
    }

    private void quit(List<Document> unsaved) {
        if (unsaved.isEmpty()) {
            recovery.end();
            window.get().close();
            return;
        }
        Document document = unsaved.getFirst();
        workspace.show(document);
        ask(document, () -> quit(unsaved.subList(1, unsaved.size())));
    }

    private void ask(Document document, Runnable then) {
        if (!document.unsavedProperty().get()) {
            then.run();
            return;
        }
        dialogs.ask(
                TEXTS.get("unsaved_title"),
                TEXTS.get("unsaved_text", DocumentTitle.of(document)),
                List.of(
                        Choice.cancel(TEXTS.get("cancel")),
                        Choice.danger(TEXTS.get("discard"), then),
                        Choice.primary(TEXTS.get("save"), () -> {
                            if (saving.save(document)) {
                                then.run();
                            }
                        })));
    }
}
