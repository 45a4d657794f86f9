package dev.weft.runtime.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/// A file as a node left it.
///
/// @param path where it lies
/// @param size in bytes; -1 if it was not there
/// @param modified when it was last written
record SavedFile(Path path, long size, FileTime modified) {
    /// The file as it is now.
    static SavedFile of(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new SavedFile(path, attributes.size(), attributes.lastModifiedTime());
        } catch (IOException e) {
            return new SavedFile(path, -1, FileTime.fromMillis(0));
        }
    }

    /// Whether it is still there and was not written since.
    boolean unchanged() {
        return size >= 0 && of(path).equals(this);
    }
}
