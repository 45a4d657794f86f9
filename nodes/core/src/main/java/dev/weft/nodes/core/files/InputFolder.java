package dev.weft.nodes.core.files;

import dev.weft.nodes.api.FileContent;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files of a folder that a parameter names: absolute, or relative to the input folder.
public final class InputFolder {
    private final Folders folders;
    private final String parameter;
    private final Set<String> endings;

    /// @param folders where the input folder lies
    /// @param parameter which parameter names the folder, for messages
    /// @param endings what the names of the files end with after a dot, in lower case
    public InputFolder(Folders folders, String parameter, Set<String> endings) {
        this.folders = folders;
        this.parameter = parameter;
        this.endings = Set.copyOf(endings);
    }

    /// The files in the order of their names, at least one. Hidden files and folders are left out.
    ///
    /// @throws NodeException if there is no such folder, or no such file in it
    public List<Path> files(String name) throws NodeException {
        if (name.isBlank()) {
            throw new NodeException(parameter, "No folder is named; set '" + parameter + "' to one.");
        }
        Path folder = path(name);
        if (!Files.isDirectory(folder)) {
            throw new NodeException(
                    parameter, "There is no folder " + folder + "; check the name, or write its whole path.");
        }
        List<Path> files = list(folder);
        if (files.isEmpty()) {
            throw new NodeException(
                    parameter,
                    "The folder " + folder + " holds no file that ends with "
                            + endings.stream().sorted().map(each -> "." + each).collect(Collectors.joining(", "))
                            + "; name another one.");
        }
        return files;
    }

    /// What changes when a file holds something else, or comes, goes or is renamed.
    public String changeMarker(String name) {
        StringBuilder marker = new StringBuilder();
        try {
            for (Path file : list(path(name))) {
                marker.append(file.getFileName())
                        .append(' ')
                        .append(FileContent.of(file))
                        .append('\n');
            }
            return marker.toString();
        } catch (IOException | NodeException e) {
            // The node will say so when it runs.
            return "";
        }
    }

    private List<Path> list(Path folder) throws NodeException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(this::meant)
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFileName())))
                    .toList();
        } catch (IOException e) {
            throw new NodeException(
                    parameter,
                    "The folder " + folder + " cannot be read (" + e.getMessage() + "); check that it may be.");
        }
    }

    private boolean meant(Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && name.contains(".") && endings.contains(ending) && Files.isRegularFile(file);
    }

    private Path path(String name) throws NodeException {
        try {
            return folders.input().resolve(name);
        } catch (InvalidPathException e) {
            throw new NodeException(parameter, "'" + name + "' is not a folder's name here; correct it.");
        }
    }
}
