package dev.weft.editor.workspace;

import dev.weft.graph.Workflow;
import java.nio.file.Path;
import java.util.List;

/// Opens documents, for whoever has a file or a workflow to show. What can't be read is told in the window.
public interface DocumentOpener {
    /// Opens files: workflows, or pictures that carry the workflow that made them. One that is open already is
    /// shown.
    void open(List<Path> files);

    /// Opens a copy of what a file holds, which has no file of its own yet.
    void openCopy(Path file);

    /// Opens a workflow that has no file yet.
    void openNew(Workflow workflow);
}
