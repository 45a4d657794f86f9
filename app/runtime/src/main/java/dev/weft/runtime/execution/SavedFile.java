package dev.weft.runtime.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/// A file as a node left it.
///
/// @param path where it lies
/// @param size in bytes
/// @param modified when it was last written
record SavedFile(Path path, long size, FileTime modified) {
    /// The file as it is now; nothing if it is not there.
    static Optional<SavedFile> of(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(new SavedFile(path, attributes.size(), attributes.lastModifiedTime()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Whether it is still there and was not written since.
    boolean unchanged() {
        return of(path).map(this::equals).orElse(false);
    }
}
