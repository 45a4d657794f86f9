package dev.weft.nodes.core.prompt;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The files that wildcards name, each read once.
final class WildcardFiles {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final long LARGEST = 16 << 20;

    private final Path folder;
    private final Map<String, List<String>> known = new HashMap<>();

    /// @param folder where the files are; need not exist
    WildcardFiles(Path folder) {
        this.folder = folder;
    }

    /// The lines of `name.txt` that are neither blank nor begin with `#`, at least one.
    ///
    /// @throws PromptException if the file is missing, empty, too large or not UTF-8
    List<String> lines(String name) throws PromptException {
        List<String> lines = known.get(name);
        if (lines == null) {
            lines = read(name, file(name));
            known.put(name, lines);
        }
        return lines;
    }

    private Path file(String name) throws PromptException {
        Path file = folder.resolve(name + ".txt").normalize();
        if (!file.startsWith(folder)) {
            throw new PromptException(
                    "The wildcard __" + name + "__ leads out of the folder " + folder + "; name a file inside it.");
        }
        if (!Files.isRegularFile(file)) {
            throw new PromptException("The wildcard __" + name + "__ has no file " + file
                    + "; put one there with a line for each choice, or correct the name.");
        }
        return file;
    }

    private static List<String> read(String name, Path file) throws PromptException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new PromptException("The file " + file + " of the wildcard __" + name + "__ is larger than "
                        + (LARGEST >> 20) + " MiB; divide it.");
            }
            List<String> lines = kept(Files.readString(file));
            if (lines.isEmpty()) {
                throw new PromptException("The file " + file + " of the wildcard __" + name
                        + "__ has no lines to choose from; write at least one.");
            }
            return lines;
        } catch (CharacterCodingException e) {
            throw new PromptException(
                    "The file " + file + " of the wildcard __" + name + "__ is not UTF-8 text; save it as such.", e);
        } catch (IOException e) {
            throw new PromptException(
                    "The file " + file + " of the wildcard __" + name + "__ cannot be read (" + e.getMessage()
                            + "); check that it may be.",
                    e);
        }
    }

    private static List<String> kept(String text) {
        String marked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try (Stream<String> lines = marked.lines()) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }
}
