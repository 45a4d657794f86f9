package dev.weft.nodes.core.files;

import dev.weft.models.files.AtomicFile;
import dev.weft.nodes.api.NodeException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Numbered files below the output folder: `PREFIX_00001.png`, `PREFIX_00002.png`, …, never one that is there already,
/// also where several programs write to one folder.
public final class OutputFiles {
    private final Path folder;
    private final String stem;
    private final String extension;
    private int next;

    private OutputFiles(Path folder, String stem, String extension, int next) {
        this.folder = folder;
        this.stem = stem;
        this.extension = extension;
        this.next = next;
    }

    /// Makes the folder and finds the first free number.
    ///
    /// @param outputFolder below which all files stay
    /// @param prefix file name without number; may name folders, as in `sets/robots`
    /// @param extension with its dot
    /// @throws NodeException if the prefix leaves the output folder or the folder cannot be made or read
    public static OutputFiles below(Path outputFolder, String prefix, String extension) throws NodeException {
        Path base = outputFolder.toAbsolutePath().normalize();
        Path start = resolve(base, prefix);
        Path folder = start.getParent();
        Path name = start.getFileName();
        if (!start.startsWith(base) || start.equals(base) || folder == null || name == null) {
            throw new NodeException(
                    "filename_prefix",
                    "The prefix '" + prefix
                            + "' leaves the output folder; use a plain name such as 'weft' or 'sets/weft'.");
        }
        try {
            Files.createDirectories(folder);
            return new OutputFiles(folder, name.toString(), extension, firstFree(folder, name.toString(), extension));
        } catch (IOException e) {
            throw new NodeException(
                    "The output folder " + folder
                            + " cannot be written; make it writable or choose another with --output.",
                    e);
        }
    }

    /// Writes a file with the next free number, whole or not at all.
    ///
    /// @return the file
    /// @throws NodeException if it cannot be written
    public Path write(AtomicFile.Content content) throws NodeException {
        while (true) {
            Path path = folder.resolve("%s_%05d%s".formatted(stem, next++, extension));
            if (Files.exists(path)) {
                continue;
            }
            try {
                AtomicFile.create(path, content);
                return path;
            } catch (FileAlreadyExistsException e) {
                // Another program took this number a moment ago; the next one may be free.
            } catch (IOException e) {
                throw NodeException.of(e);
            }
        }
    }

    private static Path resolve(Path base, String prefix) throws NodeException {
        try {
            return base.resolve(prefix.isBlank() ? "." : prefix).normalize();
        } catch (InvalidPathException e) {
            throw new NodeException(
                    "filename_prefix",
                    "The prefix '" + prefix + "' is not a file name here; use letters, digits, - and _.");
        }
    }

    private static int firstFree(Path folder, String stem, String extension) throws IOException {
        Pattern numbered = Pattern.compile(Pattern.quote(stem) + "_(\\d{1,9})" + Pattern.quote(extension));
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName)
                            .flatMap(file -> Optional.ofNullable(file).stream())
                            .map(file -> numbered.matcher(file.toString()))
                            .filter(Matcher::matches)
                            .mapToInt(match -> Integer.parseInt(match.group(1)))
                            .max()
                            .orElse(0)
                    + 1;
        }
    }
}
