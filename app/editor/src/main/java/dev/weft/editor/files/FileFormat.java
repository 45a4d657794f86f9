package dev.weft.editor.files;

import dev.weft.graph.Workflow;
import dev.weft.graph.json.WorkflowFormatException;
import java.io.IOException;
import java.nio.file.Path;

/// A kind of file that holds a workflow.
interface FileFormat {
    /// Whether a file is of this kind, by its name.
    boolean fits(Path file);

    /// The workflow in a file.
    ///
    /// @throws IOException in a sentence, if it can't be read
    /// @throws WorkflowFormatException in a sentence, if what was read is no workflow
    Workflow read(Path file) throws IOException, WorkflowFormatException;

    /// Whether a document that was read from such a file is saved into it again.
    boolean writable();
}
