package dev.weft.cli;

import dev.weft.graph.Workflow;
import dev.weft.graph.json.WorkflowFile;
import dev.weft.graph.json.WorkflowFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// A workflow file from the command line, read or not readable.
sealed interface GivenFile {
    /// The file as it was given.
    Path path();

    /// Its workflow.
    record Readable(Path path, Workflow workflow) implements GivenFile {}

    /// Why there is none, in one sentence that names the file.
    record Unreadable(Path path, String problem) implements GivenFile {}

    static GivenFile read(Path path) {
        try {
            return new Readable(path, WorkflowFile.read(path));
        } catch (IOException | WorkflowFormatException e) {
            return new Unreadable(path, String.valueOf(e.getMessage()));
        }
    }

    /// The same files with parameters set in those that could be read.
    static List<GivenFile> set(List<GivenFile> files, Assignments assignments, List<Assignment> wanted)
            throws AssignmentException {
        List<Workflow> workflows = files.stream()
                .filter(Readable.class::isInstance)
                .map(file -> ((Readable) file).workflow())
                .toList();
        Iterator<Workflow> changed = assignments.apply(wanted, workflows).iterator();
        List<GivenFile> result = new ArrayList<>();
        for (GivenFile file : files) {
            result.add(file instanceof Readable ? new Readable(file.path(), changed.next()) : file);
        }
        return result;
    }
}
