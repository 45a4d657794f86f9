package dev.weft.editor.files;

import dev.weft.graph.Workflow;
import dev.weft.graph.json.WorkflowFile;
import dev.weft.graph.json.WorkflowFormatException;
import java.io.IOException;
import java.nio.file.Path;

/// Weft's own workflow files. Files of other names are taken to be of this kind, so that its reader says what
/// is wrong.
final class WeftFormat implements FileFormat {
    @Override
    public boolean fits(Path file) {
        return true;
    }

    @Override
    public Workflow read(Path file) throws IOException, WorkflowFormatException {
        return WorkflowFile.read(file);
    }

    @Override
    public boolean writable() {
        return true;
    }
}
