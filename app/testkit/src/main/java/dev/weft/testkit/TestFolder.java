package dev.weft.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A temporary folder for what nodes write.
///
/// @param path an absolute path
record TestFolder(Path path) {
    static TestFolder make() {
        try {
            return new TestFolder(Files.createTempDirectory("weft-test").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary folder could not be made", e);
        }
    }

    void remove() {
        try {
            List<Path> content;
            try (Stream<Path> files = Files.walk(path)) {
                content = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : content) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder " + path + " could not be removed", e);
        }
    }
}
