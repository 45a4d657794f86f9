package dev.weft.nodes.core.files;

import dev.weft.nodes.api.FileContent;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// A file that a parameter names: absolute, or relative to the input folder.
public final class InputFile {
    private final Folders folders;
    private final String parameter;

    /// @param folders where the input folder lies
    /// @param parameter which parameter names the file, for messages
    public InputFile(Folders folders, String parameter) {
        this.folders = folders;
        this.parameter = parameter;
    }

    /// Where the file lies.
    ///
    /// @throws NodeException if there is no such file
    public Path find(String name) throws NodeException {
        if (name.isBlank()) {
            throw new NodeException(parameter, "No file is named; set '" + parameter + "' to one.");
        }
        Path file = path(name);
        if (!Files.isRegularFile(file)) {
            throw new NodeException(
                    parameter, "There is no file " + file + "; check the name, or write its whole path.");
        }
        return file;
    }

    /// What changes when the file holds something else.
    public String changeMarker(String name) {
        try {
            return FileContent.of(path(name));
        } catch (IOException | NodeException e) {
            // The node will say so when it runs.
            return "";
        }
    }

    private Path path(String name) throws NodeException {
        try {
            return folders.input().resolve(name);
        } catch (InvalidPathException e) {
            throw new NodeException(parameter, "'" + name + "' is not a file name here; correct it.");
        }
    }
}
