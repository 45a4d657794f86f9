package dev.weft.editor.files;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.document.Document;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Toasts;
import dev.weft.editor.workspace.DocumentTitle;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.WorkflowFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Saves documents. A workflow is a few kilobytes, and is written before anything else goes on, so that nothing
/// can
/// come between saving and closing.
@Singleton
final class Saving {
    private static final Texts TEXTS = Texts.of(Saving.class);
    private static final String ENDING = ".weft.json";

    private final FileDialogs dialogs;
    private final Toasts toasts;
    private final Opening opening;
    private final Preferences preferences;

    @Inject
    Saving(FileDialogs dialogs, Toasts toasts, Opening opening, Preferences preferences) {
        this.dialogs = dialogs;
        this.toasts = toasts;
        this.opening = opening;
        this.preferences = preferences;
    }

    /// Saves a document in its file, or asks for one.
    ///
    /// @return whether it is saved now
    boolean save(Document document) {
        Optional<Path> file = document.fileProperty().get();
        return file.isPresent() ? write(document, file.get()) : saveAs(document);
    }

    /// Asks for a file and saves a document in it.
    ///
    /// @return whether it is saved now
    boolean saveAs(Document document) {
        Optional<Path> folder = document.fileProperty()
                .get()
                .or(() -> preferences.recentFiles().stream().findFirst())
                .map(Path::getParent);
        return dialogs.save(folder, suggestion(document))
                .map(chosen -> write(document, named(chosen)))
                .orElse(false);
    }

    private boolean write(Document document, Path file) {
        Workflow workflow = document.workflow();
        try {
            WorkflowFile.write(file, workflow);
        } catch (IOException e) {
            toasts.show(Toasts.Kind.ERROR, TEXTS.get("cannot_save", String.valueOf(e.getMessage())));
            return false;
        }
        document.fileProperty().set(Optional.of(file));
        document.saved(workflow);
        opening.remember(file);
        return true;
    }

    private static Path named(Path chosen) {
        return chosen.toString().endsWith(".json") ? chosen : Path.of(chosen + ENDING);
    }

    private static String suggestion(Document document) {
        return document.fileProperty()
                .get()
                .map(file -> String.valueOf(file.getFileName()))
                .orElseGet(() -> DocumentTitle.of(document)
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                                .replaceAll("^-|-$", "")
                        + ENDING);
    }
}
