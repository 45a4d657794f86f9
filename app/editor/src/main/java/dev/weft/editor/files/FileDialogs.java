package dev.weft.editor.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks for files by the dialogs of the system.
interface FileDialogs {
    /// Asks which files to open.
    ///
    /// @return none if nothing was chosen
    List<Path> open(Optional<Path> folder);

    /// Asks where to save.
    ///
    /// @param name to suggest
    Optional<Path> save(Optional<Path> folder, String name);
}
