package dev.weft.nodes.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder in which a plugin keeps what it needs between runs, `data/ID` beside its jar. A plugin's entry may ask
/// for
/// it in its constructor.
///
/// @param path an absolute path; the folder need not exist
public record DataFolder(Path path) {
    /// The folder, made now if it does not exist.
    ///
    /// @throws IOException if it cannot be made
    public Path make() throws IOException {
        return Files.createDirectories(path);
    }
}
