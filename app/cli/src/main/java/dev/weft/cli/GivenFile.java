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
    record Loaded(Path path, Workflow workflow) implements GivenFile {}

    /// Why there is none, in one sentence that names the file.
    record Refused(Path path, String problem) implements GivenFile {}

    static GivenFile read(Path path) {
        try {
            return new Loaded(path, WorkflowFile.read(path));
        } catch (IOException | WorkflowFormatException e) {
            return new Refused(path, String.valueOf(e.getMessage()));
        }
    }

    /// The same files with parameters set in those that could be read.
    static List<GivenFile> set(List<GivenFile> files, Assignments assignments, List<Assignment> wanted)
            throws AssignmentException {
        List<Workflow> workflows = files.stream()
                .filter(Loaded.class::isInstance)
                .map(file -> ((Loaded) file).workflow())
                .toList();
        Iterator<Workflow> changed = assignments.apply(wanted, workflows).iterator();
        List<GivenFile> result = new ArrayList<>();
        for (GivenFile file : files) {
            result.add(file instanceof Loaded ? new Loaded(file.path(), changed.next()) : file);
        }
        return result;
    }
}
