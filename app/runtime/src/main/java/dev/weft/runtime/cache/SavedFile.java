package dev.weft.runtime.cache;

import dev.weft.nodes.api.FileStamp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A file as a node left it.
///
/// @param path where it lies
/// @param stamp what it looked like then; empty if it was not there
public record SavedFile(Path path, Optional<FileStamp> stamp) {
    /// The file as it is now.
    public static SavedFile of(Path path) {
        try {
            return new SavedFile(path, Optional.of(FileStamp.of(path)));
        } catch (IOException e) {
            return new SavedFile(path, Optional.empty());
        }
    }

    /// Whether it is still there and was not written since.
    public boolean unchanged() {
        return stamp.isPresent() && of(path).equals(this);
    }
}
