package dev.weft.editor.workspace;

import dev.weft.editor.document.Document;
import dev.weft.editor.text.Texts;
import dev.weft.graph.Workflow;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;

/// How documents are called on tabs and in lists.
public final class DocumentTitle {
    private static final Texts TEXTS = Texts.of(DocumentTitle.class);

    private DocumentTitle() {}

    /// The title of the workflow; without one, the name of the file; without a file, that it is a new one.
    public static String of(Document document) {
        return of(document.workflow(), document.fileProperty().get());
    }

    /// The title of a workflow; without one, the name of its file; without a file, that it is a new one.
    public static String of(Workflow workflow, Optional<Path> file) {
        if (!workflow.title().isBlank()) {
            return workflow.title();
        }
        return file.map(DocumentTitle::plainName).orElseGet(() -> TEXTS.get("untitled"));
    }

    /// The title as it changes.
    public static StringBinding binding(Document document) {
        return Bindings.createStringBinding(() -> of(document), document.workflowProperty(), document.fileProperty());
    }

    /// The name of a file without what says that it holds a workflow.
    public static String plainName(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("(\\.weft)?\\.(json|png)$", "");
    }
}
