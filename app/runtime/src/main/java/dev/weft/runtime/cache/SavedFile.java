package dev.weft.runtime.cache;

import dev.weft.nodes.api.FileStamp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A file as a node left it.
///
/// @param path where it lies
/// @param stamp what it looked like then
public record SavedFile(Path path, FileStamp stamp) {
    /// The file as it is now; nothing if it is not there.
    public static Optional<SavedFile> of(Path path) {
        try {
            return Optional.of(new SavedFile(path, FileStamp.of(path)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Whether it is still there and was not written since.
    public boolean unchanged() {
        return of(path).map(this::equals).orElse(false);
    }
}
